package city.whistle.app.demo;

import java.util.List;

/** Who acts in the article's case, with the candidate groups that their tasks are offered to. */
final class Cast {

  static final String DISTRICT_CODE = "110102";
  static final String STREET_CODE = "110102009";

  static final Person STREET = new Person("zhanlanlu-zhang", "street:" + STREET_CODE);
  static final Person STREET_LEAD = new Person("zhanlanlu-wang", "street-lead:" + STREET_CODE);
  static final Person DISTRICT = new Person("xicheng-liu", "district:" + DISTRICT_CODE);
  static final Person AGENT = new Person("hotline-li", "agent");

  static final Unit POWER = new Unit("xicheng-power", "enterprise", "西城供电所");

  /** The units that the sub-district whistled for. */
  static final List<Unit> UNITS =
      List.of(
          new Unit("xicheng-sasac", "department", "西城区国资委"),
          POWER,
          new Unit("xidu-estate", "enterprise", "西都地产"),
          new Unit("tianchuang-estate", "enterprise", "天创地产"),
          new Unit("huachen-property", "enterprise", "华臣物业"),
          new Unit("tianchuang-property", "enterprise", "天创物业"));

  private Cast() {}

  static List<String> unitCodes() {
    return UNITS.stream().map(Unit::code).toList();
  }

  /**
   * A summoned unit.
   *
   * @param kind {@code department} or {@code enterprise}
   */
  record Unit(String code, String kind, String name) {
    Person onDuty() {
      return new Person(code + "-duty", kind + ":" + code);
    }
  }
}
