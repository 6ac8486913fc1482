package city.whistle.workers.whistle;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.whistle.SummonedUnits.Called;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom a whistle calls when it is issued, which may be long after it was blown: for a unit that was
 * abolished meanwhile its successor comes. Where nobody may come in its place, the whistling street
 * hears of it; that one fell out stands on the timeline either way.
 */
@Component
class CalledUnits {

  private final SummonedUnits summoned;
  private final CaseFiles cases;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;

  CalledUnits(
      SummonedUnits summoned,
      CaseFiles cases,
      Notifications notifications,
      Timeline timeline,
      CityTime time) {
    this.time = time;
    this.summoned = summoned;
    this.cases = cases;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  /**
   * @param centre whether the joint enforcement centre comes, too: by the list and rota of now,
   *     since those of the hour at which the whistle was blown may be others
   */
  Called of(WhistleVariable whistle, CentreCall centre) {
    Map<String, Unit> called = new LinkedHashMap<>();
    for (String code : whistle.units()) {
      Optional<Unit> unit = summoned.of(code).filter(heir -> mayCome(heir, code, whistle));
      unit.ifPresent(comes -> called.putIfAbsent(comes.code(), comes));
      if (unit.filter(comes -> comes.code().equals(code)).isEmpty()) {
        tell(whistle, code, unit);
      }
    }
    List<Unit> units = List.copyOf(called.values());
    return summoned.called(
        units, whistle.streetCode(), centre, accused(whistle).orElse(null), time.now());
  }

  /** A unit that was asked for was looked at then; an heir never was. */
  private boolean mayCome(Unit unit, String asked, WhistleVariable whistle) {
    return unit.code().equals(asked)
        || Summonable.refused(unit, whistle.streetCode(), whistle.crossDistrict()).isEmpty()
            && !isAccused(unit, whistle);
  }

  private boolean isAccused(Unit unit, WhistleVariable whistle) {
    return accused(whistle).filter(unit.code()::equals).isPresent();
  }

  private Optional<String> accused(WhistleVariable whistle) {
    return Optional.ofNullable(whistle.caseId()).flatMap(cases::find).map(CaseFile::accusedUnit);
  }

  private void tell(WhistleVariable whistle, String gone, Optional<Unit> heir) {
    timeline.append(
        whistle.timelineSubject(),
        "system",
        "UnitAbolished",
        "",
        Map.of("from", gone, "to", heir.map(Unit::code).orElse("")));
    if (heir.isEmpty()) {
      notifications.add(
          Notification.toUnit(
              whistle.timelineSubject(),
              whistle.streetCode(),
              NotificationKind.REQUEST_REFUSED,
              Map.of("why", "单位 " + gone + " 已撤销，也没有承接单位，未召集")));
    }
  }
}
