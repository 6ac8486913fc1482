package city.whistle.workers.theme;

import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells units that a month's theme gives them work, and until when; the task says what. */
@Component
class ThemeNotices {

  private final Notifications notifications;
  private final Units units;

  ThemeNotices(Notifications notifications, Units units) {
    this.notifications = notifications;
    this.units = units;
  }

  /** Each unit whose task it is; of one that is gone, who took over, if anybody did. */
  void given(UUID theme, String name, List<ThemeVariable.UnitWork> parts) {
    for (ThemeVariable.UnitWork part : parts) {
      units
          .find(part.code())
          .or(() -> units.successor(part.code()))
          .map(Unit::code)
          .ifPresent(
              unit ->
                  notifications.add(
                      Notification.toUnit(
                          theme,
                          unit,
                          NotificationKind.THEME_GIVEN,
                          Map.of("theme", name, "dueBy", part.due().toString()))));
    }
  }
}
