package city.whistle.workers.dispatch;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.catalogue.Category;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.organisation.StreetDuties;
import city.whistle.workers.organisation.StreetDuty;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import io.camunda.client.exception.BpmnError;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the unit that a dispatch means: the one it names; else by kind the case's sub-district,
 * district, or the catalogue's department or enterprise; and where that is none, the district,
 * which has to organise a solution (article 12).
 */
@Component
public class OwnerFinder {

  private final Units units;
  private final Categories categories;
  private final StreetDuties duties;

  OwnerFinder(Units units, Categories categories, StreetDuties duties) {
    this.units = units;
    this.categories = categories;
    this.duties = duties;
  }

  /**
   * @throws BpmnError UNIT_NOT_FOUND where the dispatch names a unit that is none or the city,
   *     which handles nothing itself, or is accused by the case, or a sub-district that may not be
   *     given the category, or nothing leads to one
   */
  Unit find(Dispatch dispatch, CaseFile file) {
    return find(dispatch.unitKind(), dispatch.unitCode(), Matter.of(file).within(dispatch.level()));
  }

  /**
   * Why the unit may not be given the case, in words for the dispatchers with the unit that must
   * take it; empty where it may.
   *
   * @param level of the limit; null for the case's own
   */
  Optional<String> forbidden(Unit unit, CaseFile file, String level) {
    return forbidden(unit, Matter.of(file).within(level));
  }

  private Optional<String> forbidden(Unit unit, Matter matter) {
    return unit.kind() == UnitKind.STREET
        ? duties
            .of(matter.categoryCode(), matter.level())
            .about(unit)
            .filter(StreetDuty::isForbidden)
            .map(duty -> forbidden(unit, matter, duty))
        : Optional.empty();
  }

  private String forbidden(Unit unit, Matter matter, StreetDuty duty) {
    return "按履职事项清单，本类事项不得派给%s，应派%s".formatted(unit.name(), taker(duty, matter));
  }

  /** Who must take what a sub-district may not be given, by name and code. */
  String taker(StreetDuty duty, CaseFile file) {
    return taker(duty, Matter.of(file));
  }

  private String taker(StreetDuty duty, Matter matter) {
    return duty.taker().equals(StreetDuty.DISTRICT)
        ? district(matter).map(OwnerFinder::named).orElse("所在区政府")
        : standing(duty.taker()).map(OwnerFinder::named).orElse(duty.taker());
  }

  private static String named(Unit unit) {
    return unit.name() + "（" + unit.code() + "）";
  }

  /**
   * Who would get a case that isn't opened yet; empty where nobody would, so that the dispatchers
   * decide.
   *
   * @param unitKind of decision {@code dispatch-catalogue}, as is {@code unitCode}; both may be
   *     null
   */
  public Optional<Unit> foresee(String unitKind, String unitCode, Matter matter) {
    try {
      return Optional.of(find(unitKind, unitCode, matter));
    } catch (BpmnError nobody) {
      return Optional.empty();
    }
  }

  private Unit find(String unitKind, String unitCode, Matter matter) {
    Unit found = named(unitKind, unitCode, matter);
    if (found.code().equals(matter.accusedUnit())) {
      throw notFound("被举报单位不得承办对自己的举报，请改派其他单位");
    }
    forbidden(found, matter)
        .ifPresent(
            why -> {
              throw notFound(why);
            });
    return found;
  }

  private Unit named(String unitKind, String unitCode, Matter matter) {
    if (unitCode != null) {
      return units
          .find(unitCode)
          .filter(unit -> unit.kind() != UnitKind.CITY)
          .orElseThrow(() -> notFound(unknown(unitCode)));
    }
    return byKind(unitKind, matter)
        .or(() -> district(matter))
        .orElseThrow(() -> notFound("按分类和地点都找不到责任单位"));
  }

  private String unknown(String code) {
    return units
        .successor(code)
        .map(to -> "单位 %s 已撤销，由%s（%s）承接".formatted(code, to.name(), to.code()))
        .orElseGet(() -> "没有代码为 " + code + " 的单位");
  }

  /** The district that answers for the owner: a sub-district's own, else that of the place. */
  Optional<Unit> districtOf(Unit owner, CaseFile file) {
    return owner.kind() == UnitKind.STREET
        ? units.find(owner.parentCode(), UnitKind.DISTRICT)
        : district(Matter.of(file));
  }

  private Optional<Unit> district(Matter matter) {
    return units.find(matter.districtCode(), UnitKind.DISTRICT);
  }

  private Optional<Unit> byKind(String kind, Matter matter) {
    return switch (kind == null ? "" : kind) {
      case "street" -> units.find(matter.streetCode(), UnitKind.STREET);
      case "department", "enterprise" ->
          categories.find(matter.categoryCode()).map(Category::unitCode).flatMap(this::standing);
      default -> Optional.empty();
    };
  }

  /** The catalogue may still name who was abolished. */
  private Optional<Unit> standing(String code) {
    return units.find(code).or(() -> units.successor(code));
  }

  private static BpmnError notFound(String message) {
    return Refusal.of("UNIT_NOT_FOUND", message);
  }

  /**
   * What of a case decides who gets it; what it doesn't say is null.
   *
   * @param level of the limit
   * @param accusedUnit the unit that never gets it
   */
  public record Matter(
      String categoryCode,
      String level,
      String districtCode,
      String streetCode,
      String accusedUnit) {

    Matter within(String otherLevel) {
      return otherLevel == null
          ? this
          : new Matter(categoryCode, otherLevel, districtCode, streetCode, accusedUnit);
    }

    static Matter of(CaseFile file) {
      return new Matter(
          file.about().categoryCode(),
          file.about().level(),
          file.about().districtCode(),
          file.about().streetCode(),
          file.accusedUnit());
    }
  }
}
