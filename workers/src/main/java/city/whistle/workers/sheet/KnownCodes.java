package city.whistle.workers.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The codes that there are: the registry's, and those that the file itself brings. */
final class KnownCodes {

  static final String ALL = "*";

  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> heirs = new HashMap<>();
  private final Set<String> categories = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();

  KnownCodes(SheetTable table, SheetKind kind, List<SheetRow> file) {
    table.rows(SheetKind.UNITS).forEach(this::addUnit);
    table.rows(SheetKind.CATALOGUE).forEach(row -> categories.add(row.get("code")));
    table.rows(SheetKind.BODIES).forEach(this::addBody);
    file.forEach(row -> add(kind, row));
  }

  private void add(SheetKind kind, SheetRow row) {
    switch (kind) {
      case UNITS -> addUnit(row);
      case CATALOGUE -> categories.add(row.get("code"));
      case BODIES -> addBody(row);
      default -> {}
    }
  }

  private void addUnit(SheetRow row) {
    units.put(row.get("code"), row.get("kind"));
    if (row.has("heir")) {
      heirs.put(row.get("code"), row.get("heir"));
    } else {
      heirs.remove(row.get("code"));
    }
  }

  private void addBody(SheetRow row) {
    bodies.add(row.get("street") + ":" + row.get("code"));
  }

  boolean has(Reference what, SheetRow row, String code) {
    return switch (what) {
      case UNIT -> isUnit(code);
      case STREET -> code.equals(ALL) || "street".equals(units.get(code));
      case AREA ->
          code.equals(ALL)
              || "street".equals(units.get(code))
              || "district".equals(units.get(code));
      case CATEGORY -> categories.contains(code);
      case CATEGORY_OR_ALL -> code.equals(ALL) || categories.contains(code);
      case BODY -> isBody(row.get("street"), code);
      case UNIT_OR_BODY -> isUnit(code) || bodies.contains(code);
      case TAKER -> code.equals("district") || isUnit(code);
    };
  }

  boolean isUnit(String code) {
    return units.containsKey(code);
  }

  boolean isCategory(String code) {
    return categories.contains(code);
  }

  boolean isBody(String street, String code) {
    return bodies.contains(street + ":" + code) || bodies.contains(ALL + ":" + code);
  }

  /** Whether the unit's heir, its heir's heir and so on lead back to one that was met before. */
  boolean inheritsInACircle(String unit) {
    Set<String> met = new HashSet<>();
    String at = unit;
    while (at != null && met.add(at)) {
      at = heirs.get(at);
    }
    return at != null;
  }

  String kindOf(String unit) {
    return units.getOrDefault(unit, "");
  }
}
