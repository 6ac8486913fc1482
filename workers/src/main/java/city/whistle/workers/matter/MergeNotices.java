package city.whistle.workers.matter;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.notification.ResidentChannel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells people of merging and parting. */
@Component
class MergeNotices {

  private final Notifications notifications;

  MergeNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  /** The resident isn't told the other's number: that one is somebody else's. */
  void merged(CaseFile follower, CaseFile leader) {
    tellResident(follower, NotificationKind.MERGED);
    if (leader.owner() != null) {
      notifications.add(
          Notification.toUnit(
              leader.id(),
              leader.owner().code(),
              NotificationKind.COMPLAINANT_JOINED,
              Map.of("case", follower.number())));
    }
    if (follower.owner() != null && !follower.owner().equals(leader.owner())) {
      notifications.add(
          Notification.toUnit(
              follower.id(), follower.owner().code(), NotificationKind.MERGED, Map.of()));
    }
  }

  void parted(CaseFile follower) {
    tellResident(follower, NotificationKind.PARTED);
  }

  private void tellResident(CaseFile file, NotificationKind kind) {
    notifications.add(
        Notification.toResident(
            file.id(), ResidentChannel.of(file.about().channel()), kind, Map.of()));
  }
}
