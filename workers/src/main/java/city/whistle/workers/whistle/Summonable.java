package city.whistle.workers.whistle;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may be called to a whistle. */
final class Summonable {

  /** A district's code is what the codes of its streets begin with. */
  private static final int DISTRICT_DIGITS = 6;

  private Summonable() {}

  /** Why it may not; empty where it may. */
  static Optional<Why> refused(Unit unit, String streetCode, boolean crossDistrict) {
    if (unit.kind() == UnitKind.CITY) {
      return Optional.of(Why.CITY);
    }
    if (unit.code().equals(streetCode)) {
      return Optional.of(Why.WHISTLER);
    }
    boolean across = crossDistrict && !unit.code().equals(districtOf(streetCode));
    return unit.kind() == UnitKind.DISTRICT && !across
        ? Optional.of(Why.DISTRICT)
        : Optional.empty();
  }

  /** Codes that are named more than once. */
  static Set<String> repeated(List<String> codes) {
    Set<String> once = new LinkedHashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    codes.stream().filter(code -> !once.add(code)).forEach(repeated::add);
    return repeated;
  }

  private static String districtOf(String streetCode) {
    return streetCode == null || streetCode.length() < DISTRICT_DIGITS
        ? ""
        : streetCode.substring(0, DISTRICT_DIGITS);
  }

  /** In words for people at a form, and for programs. */
  enum Why {
    CITY("市级不是报到单位", "is the city, which comes to no whistle"),
    WHISTLER("吹哨的街道不在报到单位之列", "is the street that whistles"),
    DISTRICT(
        "区政府不是报到单位；只有涉及其他区的吹哨，可以请对方区报到",
        "is a district, which comes only to a whistle of another district's street that crosses its"
            + " border");

    final String words;
    final String english;

    Why(String words, String english) {
      this.words = words;
      this.english = english;
    }
  }
}
