package city.whistle.workers.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold within a row, beyond each cell by itself. */
final class SheetRules {

  private static final Set<String> NAMED_UNITS = Set.of("department", "enterprise");

  private final KnownCodes known;
  private final Mistakes mistakes;

  SheetRules(KnownCodes known, Mistakes mistakes) {
    this.known = known;
    this.mistakes = mistakes;
  }

  void check(SheetKind kind, List<SheetRow> rows) {
    rows.forEach(row -> check(kind, row));
    if (kind == SheetKind.SUCCESSIONS) {
      checkShares(rows);
    }
  }

  private void check(SheetKind kind, SheetRow row) {
    kind.columns.stream()
        .filter(column -> column.refersTo() != null && row.has(column.name()))
        .filter(column -> !known.has(column.refersTo(), row, row.get(column.name())))
        .forEach(
            column ->
                mistakes.add(row, column.name(), MistakeKind.UNKNOWN, meant(column.refersTo())));
    if (row.has("to") && kind.isDated() && row.get("to").compareTo(row.get("from")) < 0) {
      mistakes.add(row, "to", MistakeKind.ENDS_BEFORE, "");
    }
    switch (kind) {
      case UNITS -> unit(row);
      case ROTA -> shift(row);
      case POSTINGS -> posting(row);
      case CATALOGUE -> category(row);
      case DUTIES -> must(row, "taker", row.get("duty").equals("mayNot"), false, "duty is mayNot");
      default -> {}
    }
  }

  private void unit(SheetRow row) {
    boolean street = row.get("kind").equals("street");
    must(row, "form", street, !street, street ? "kind is street" : "kind is no street");
    boolean city = row.get("kind").equals("city");
    must(row, "parent", !city, city, city ? "kind is city" : "only the city has none above it");
    must(row, "heir", false, !row.has("to"), "only a unit that ends has an heir");
    if (row.get("parent").equals(row.get("code")) || row.get("heir").equals(row.get("code"))) {
      mistakes.add(
          row, "code", MistakeKind.NOT_HERE, "a unit is neither above itself nor its own heir");
    }
  }

  private void shift(SheetRow row) {
    boolean centre = row.get("place").equals("centre");
    boolean right =
        centre
            ? known.isUnit(row.get("holder"))
            : known.isBody(row.get("street"), row.get("holder"));
    if (!right) {
      mistakes.add(
          row, "holder", MistakeKind.UNKNOWN, meant(centre ? Reference.UNIT : Reference.BODY));
    }
  }

  private void posting(SheetRow row) {
    boolean own = row.get("role").equals("ownTeam");
    boolean right =
        own
            ? known.isBody(row.get("street"), row.get("holder"))
            : NAMED_UNITS.contains(known.kindOf(row.get("holder")));
    if (!right) {
      mistakes.add(
          row,
          "holder",
          MistakeKind.UNKNOWN,
          own ? meant(Reference.BODY) : "department or enterprise");
    }
  }

  private void category(SheetRow row) {
    String code = row.get("code");
    if (!code.matches("([0-9]{2}){1,3}")) {
      mistakes.add(row, "code", MistakeKind.UNKNOWN, "code of two, four or six digits");
      return;
    }
    if (code.length() > 2 && !known.isCategory(code.substring(0, code.length() - 2))) {
      mistakes.add(row, "code", MistakeKind.UNKNOWN, "code below a category that there is");
    }
    boolean last = code.length() == 6;
    String why = last ? "a category of six digits is dispatched" : "only six digits are dispatched";
    must(row, "unit_kind", last, !last, why);
    must(row, "limit", last, !last, why);
    boolean named = NAMED_UNITS.contains(row.get("unit_kind"));
    must(row, "unit", named, !named, named ? "unit_kind names one" : "the place decides");
    boolean emergency = row.get("signal").equals("emergency");
    must(row, "line", emergency, !emergency, "it belongs to signal emergency");
    if (named && row.has("unit") && !known.kindOf(row.get("unit")).equals(row.get("unit_kind"))) {
      mistakes.add(row, "unit", MistakeKind.UNKNOWN, row.get("unit_kind"));
    }
  }

  private void must(SheetRow row, String column, boolean there, boolean empty, String why) {
    if (there && !row.has(column)) {
      mistakes.add(row, column, MistakeKind.NEEDED_HERE, why);
    } else if (empty && row.has(column)) {
      mistakes.add(row, column, MistakeKind.NOT_HERE, why);
    }
  }

  private void checkShares(List<SheetRow> rows) {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (SheetRow row : rows) {
      if (row.get("kind").equals("split") || row.get("kind").equals("partlyReplaced")) {
        BigDecimal sum =
            sums.merge(
                row.get("from") + " " + row.get("on"),
                new BigDecimal(row.get("share")),
                BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) > 0) {
          mistakes.add(row, "share", MistakeKind.TOO_MUCH, row.get("from"));
        }
      }
    }
  }

  private static String meant(Reference what) {
    return switch (what) {
      case UNIT -> "code of a unit";
      case STREET -> "code of a sub-district or township, or *";
      case AREA -> "code of a sub-district, township or district, or *";
      case CATEGORY -> "code of a category";
      case CATEGORY_OR_ALL -> "code of a category, or *";
      case BODY -> "code of a body of this street";
      case UNIT_OR_BODY -> "code of a unit, nor street:body";
      case TAKER -> "code of a unit, nor district";
    };
  }
}
