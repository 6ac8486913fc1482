package city.whistle.workers.supervision;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.unit.Units;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looks into what was missed: a district into what its streets and its own units owe, the city
 * into what districts and the city's units owe, and over the city's supervisors their lead.
 */
@Component
public class Supervisors {

  private static final String CITY = "supervisor";
  private static final String LEAD = "supervisor-lead";

  private final JdbcClient jdbc;
  private final Units units;
  private final CaseFiles cases;
  private final CityTime time;

  Supervisors(JdbcClient jdbc, Units units, CaseFiles cases, CityTime time) {
    this.jdbc = jdbc;
    this.units = units;
    this.cases = cases;
    this.time = time;
  }

  /**
   * The candidate group for what a unit owes.
   *
   * @param to what {@code task-limits.json} says: {@code district}, {@code supervisor}, {@code
   *     supervisor-lead}, or {@code above} for whoever stands above those who owe it
   * @param unit that owes it; null where it is the centre's own
   * @param whistler code of the street that whistled for it, whose district looks into whoever was
   *     called (regulation on sub-district offices, article 44); null where none did
   * @param caseId null where it belongs to no case
   */
  public String of(String to, UnitRef unit, String whistler, UUID caseId) {
    boolean ofCentre = unit == null;
    boolean ofDistrict = !ofCentre && unit.kind().equals(UnitKind.DISTRICT.wireName());
    String whose = ofCentre ? null : ofDistrict || whistler == null ? unit.code() : whistler;
    return switch (to) {
      case "district" -> districtOrCity(whose, caseId);
      case "above" -> ofCentre ? LEAD : districtOrCity(whose, caseId);
      default -> to;
    };
  }

  /**
   * The group for what a model's own event escalates: that of the task whose row names the event;
   * empty where no row does.
   */
  Optional<String> ofEvent(String process, SupervisedMatter matter) {
    return jdbc.sql(
            """
            select escalate_to from registry.task_limit
            where process = ? and lower(escalated_by) = lower(?) and valid_from <= ?
            order by valid_from desc, element limit 1\
            """)
        .params(process, matter.causeText(), time.today())
        .query(String.class)
        .optional()
        .map(to -> of(to, matter.owner(), null, matter.caseId()));
  }

  /** Who looks into what this unit leaves undone, where no row of data says otherwise. */
  String usual(UnitRef unit, UUID caseId) {
    return unit == null ? CITY : districtOrCity(unit.code(), caseId);
  }

  /** A district doesn't look into a report about itself. */
  private String districtOrCity(String unit, UUID caseId) {
    Optional<CaseFile> file = Optional.ofNullable(caseId).flatMap(cases::find);
    return district(unit, file)
        .filter(
            district ->
                file.stream().noneMatch(known -> district.code().equals(known.accusedUnit())))
        .map(Unit::group)
        .orElse(CITY);
  }

  private Optional<Unit> district(String unit, Optional<CaseFile> file) {
    Optional<String> code =
        unit == null
            ? file.map(known -> known.about().districtCode())
            : units.find(unit).map(Unit::parentCode);
    return code.flatMap(found -> units.find(found, UnitKind.DISTRICT));
  }
}
