package city.whistle.workers.succession;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.SetVariables;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open cases whose owner was abolished. */
@Component
class InheritedCases {

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final Notifications notifications;
  private final CaseClocks clocks;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CityTime time;

  InheritedCases(
      JdbcClient jdbc,
      CaseFiles cases,
      CaseProgress progress,
      Notifications notifications,
      CaseClocks clocks,
      Timeline timeline,
      Outbox outbox,
      CityTime time) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.progress = progress;
    this.notifications = notifications;
    this.clocks = clocks;
    this.timeline = timeline;
    this.outbox = outbox;
    this.time = time;
  }

  /** Those that nobody has passed on yet. */
  List<CaseFile> ownedBy(String unitCode, int max) {
    return jdbc
        .sql(
            """
            select id from registry.case_file f
            where owner_code = ? and closed_at is null and not exists
              (select from registry.case_succession s where s.case_id = f.id and s.from_unit = f.owner_code)
            order by received_at limit ?\
            """)
        .params(unitCode, max)
        .query(UUID.class)
        .list()
        .stream()
        .map(cases::get)
        .toList();
  }

  /** The accused of a report doesn't inherit it. */
  @Transactional
  public void passOn(CaseFile file, Unit gone, Optional<Unit> successor) {
    Optional<Unit> heir = successor.filter(unit -> !unit.code().equals(file.accusedUnit()));
    if (!note(file, gone, heir)) {
      return;
    }
    timeline.append(
        file.id(),
        "system",
        "OwnerAbolished",
        "",
        Map.of("from", gone.code(), "to", heir.map(Unit::code).orElse("")));
    heir.ifPresentOrElse(unit -> inherit(file, gone, unit), () -> askDispatchers(file, gone));
  }

  private boolean note(CaseFile file, Unit gone, Optional<Unit> heir) {
    return jdbc.sql(
                """
                insert into registry.case_succession (case_id, from_unit, to_unit, at)
                values (?, ?, ?, ?) on conflict do nothing\
                """)
            .params(file.id(), gone.code(), heir.map(Unit::code).orElse(null), time.now())
            .update()
        == 1;
  }

  private void inherit(CaseFile file, Unit gone, Unit heir) {
    progress.owner(file.id(), heir.ref());
    if (file.processInstanceKey() != null) {
      outbox.add(new SetVariables(file.processInstanceKey(), Map.of("owner", heir.ref())));
    }
    notifications.add(
        Notification.toUnit(
            file.id(), heir.code(), NotificationKind.CASE_INHERITED, Map.of("unit", gone.name())));
    if (file.limits().settleBy() != null) {
      notifications.add(
          Notification.toResident(
              file.id(),
              "sms",
              NotificationKind.OWNER_CHANGED,
              Map.of("unit", heir.name(), "settleBy", file.limits().settleBy().toString())));
    }
  }

  /**
   * The round of a unit that is no more ends; it is heard under the name of the unit that the round
   * began with, which may itself have been taken over.
   */
  private void askDispatchers(CaseFile file, Unit gone) {
    clocks.resume(file.id(), SuspensionEnd.OWNER_GONE);
    former(file).forEach(unit -> outbox.add(ownerGone(file, unit)));
    notifications.add(
        Notification.toHotline(
            file.id(), NotificationKind.CASE_INHERITED, Map.of("unit", gone.name())));
  }

  private List<String> former(CaseFile file) {
    return jdbc.sql("select from_unit from registry.case_succession where case_id = ?")
        .param(file.id())
        .query(String.class)
        .list();
  }

  private static PublishMessage ownerGone(CaseFile file, String unit) {
    return PublishMessage.lasting("case.ownerGone", file.id() + ":" + unit, Map.of());
  }
}
