package city.whistle.workers.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold within a row, beyond each cell by itself. */
final class SheetRules {

  private static final Set<String> NAMED_UNITS = Set.of("department", "enterprise");
  private static final Set<String> PLACES = Set.of("street", "district");

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
                mistakes.add(
                    row,
                    column.name(),
                    MistakeKind.UNKNOWN,
                    Meaning.valueOf(column.refersTo().name())));
    if (row.has("to") && kind.isDated() && row.get("to").compareTo(row.get("from")) < 0) {
      mistakes.add(row, "to", MistakeKind.ENDS_BEFORE, "");
    }
    switch (kind) {
      case UNITS -> unit(row);
      case ROTA -> shift(row);
      case POSTINGS -> posting(row);
      case CATALOGUE -> category(row);
      case DUTIES ->
          must(row, "taker", row.get("duty").equals("mayNot"), false, Meaning.IS_MAY_NOT);
      default -> {}
    }
  }

  private void unit(SheetRow row) {
    boolean street = row.get("kind").equals("street");
    must(row, "form", street, !street, street ? Meaning.IS_STREET : Meaning.IS_NO_STREET);
    boolean city = row.get("kind").equals("city");
    must(row, "parent", !city, city, city ? Meaning.IS_CITY : Meaning.BELOW_THE_CITY);
    must(row, "heir", false, !row.has("to"), Meaning.ENDS);
    if (row.get("parent").equals(row.get("code")) || row.get("heir").equals(row.get("code"))) {
      mistakes.add(row, "code", MistakeKind.NOT_HERE, Meaning.ITSELF);
    }
    heir(row);
  }

  private void heir(SheetRow row) {
    if (PLACES.contains(row.get("kind")) && NAMED_UNITS.contains(known.kindOf(row.get("heir")))) {
      mistakes.add(row, "heir", MistakeKind.UNKNOWN, Meaning.HEIR_OF_A_PLACE);
    } else if (row.has("heir") && known.inheritsInACircle(row.get("code"))) {
      mistakes.add(row, "heir", MistakeKind.UNKNOWN, Meaning.HEIR_THAT_LASTS);
    }
  }

  private void shift(SheetRow row) {
    boolean centre = row.get("place").equals("centre");
    boolean right =
        centre
            ? known.isUnit(row.get("holder"))
            : known.isBody(row.get("street"), row.get("holder"));
    if (!right) {
      mistakes.add(row, "holder", MistakeKind.UNKNOWN, centre ? Meaning.UNIT : Meaning.BODY);
    }
  }

  private void posting(SheetRow row) {
    boolean own = row.get("role").equals("ownTeam");
    boolean right =
        own
            ? known.isBody(row.get("street"), row.get("holder"))
            : NAMED_UNITS.contains(known.kindOf(row.get("holder")));
    if (!right) {
      mistakes.add(row, "holder", MistakeKind.UNKNOWN, own ? Meaning.BODY : Meaning.NAMED_UNIT);
    }
  }

  private void category(SheetRow row) {
    String code = row.get("code");
    if (!code.matches("([0-9]{2}){1,3}")) {
      mistakes.add(row, "code", MistakeKind.UNKNOWN, Meaning.CATEGORY_DIGITS);
      return;
    }
    if (code.length() > 2 && !known.isCategory(code.substring(0, code.length() - 2))) {
      mistakes.add(row, "code", MistakeKind.UNKNOWN, Meaning.BELOW_A_CATEGORY);
    }
    boolean last = code.length() == 6;
    Meaning why = last ? Meaning.IS_DISPATCHED : Meaning.ISNT_DISPATCHED;
    must(row, "unit_kind", last, !last, why);
    must(row, "limit", last, !last, why);
    boolean named = NAMED_UNITS.contains(row.get("unit_kind"));
    must(row, "unit", named, !named, named ? Meaning.NAMES_ONE : Meaning.BY_PLACE);
    boolean emergency = row.get("signal").equals("emergency");
    must(row, "line", emergency, !emergency, Meaning.IS_EMERGENCY);
    if (named && row.has("unit") && !known.kindOf(row.get("unit")).equals(row.get("unit_kind"))) {
      mistakes.add(row, "unit", MistakeKind.UNKNOWN, Meaning.NAMED_UNIT);
    }
  }

  private void must(SheetRow row, String column, boolean there, boolean empty, Meaning why) {
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
}
