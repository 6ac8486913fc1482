package city.whistle.workers.sheet;

import static city.whistle.workers.sheet.ColumnType.CATEGORY;
import static city.whistle.workers.sheet.ColumnType.CODE;
import static city.whistle.workers.sheet.ColumnType.DAY;
import static city.whistle.workers.sheet.ColumnType.NUMBER;
import static city.whistle.workers.sheet.ColumnType.SHARE;
import static city.whistle.workers.sheet.ColumnType.TEXT;
import static city.whistle.workers.sheet.ColumnType.TIME;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What comes and goes as a file; its wire name is the lower-case name. */
public enum SheetKind {
  UNITS(
      "unit",
      SheetColumn.of("code", "code", CODE).keyed(),
      from(),
      to(),
      SheetColumn.of("name", "name", TEXT).needed(),
      SheetColumn.of("kind", "kind", CODE)
          .needed()
          .among("city", "district", "street", "department", "enterprise"),
      SheetColumn.of("form", "form", TEXT).among("街道", "地区", "镇", "乡"),
      SheetColumn.of("parent", "parent_code", CODE).codeOf(Reference.UNIT),
      SheetColumn.of("heir", "successor_code", CODE).codeOf(Reference.UNIT),
      source()),
  SUCCESSIONS(
      "unit_succession",
      SheetColumn.of("from", "from_code", CODE).keyed().codeOf(Reference.UNIT_OR_BODY),
      SheetColumn.of("to", "to_code", CODE).keyed().codeOf(Reference.UNIT_OR_BODY),
      SheetColumn.of("on", "on_day", DAY).keyed(),
      SheetColumn.of("kind", "kind", CODE)
          .needed()
          .among("renamed", "replaced", "partlyReplaced", "split", "merged"),
      SheetColumn.of("share", "share", SHARE).needed(),
      source()),
  BODIES(
      "unit_body",
      street(),
      SheetColumn.of("code", "code", CODE).keyed(),
      from(),
      to(),
      SheetColumn.of("name", "name", TEXT).needed(),
      SheetColumn.of("kind", "kind", CODE)
          .needed()
          .among("office", "discipline", "team", "centre", "department"),
      SheetColumn.of("phone", "phone", TEXT),
      source()),
  LANDINGS(
      "body_landing",
      street(),
      SheetColumn.of("category", "category_code", CATEGORY)
          .keyed()
          .codeOf(Reference.CATEGORY_OR_ALL),
      SheetColumn.of("body", "body_code", CODE).needed().codeOf(Reference.BODY),
      from(),
      to(),
      source()),
  ROTA(
      "duty_shift",
      street(),
      SheetColumn.of("place", "place", CODE).keyed().among("body", "centre"),
      SheetColumn.of("holder", "holder", CODE).keyed(),
      SheetColumn.of("person", "person", TEXT).keyed(),
      from(),
      to(),
      SheetColumn.of("days", "days", TEXT).keyed(),
      SheetColumn.of("starts", "starts", TIME).keyed(),
      SheetColumn.of("ends", "ends", TIME).needed(),
      SheetColumn.of("phone", "phone", TEXT),
      source()),
  POSTINGS(
      "centre_posting",
      street(),
      SheetColumn.of("holder", "holder", CODE).keyed(),
      SheetColumn.of("role", "role", CODE).keyed().among("ownTeam", "base", "resident", "onCall"),
      from(),
      to(),
      SheetColumn.of("people", "people", NUMBER),
      source()),
  CATALOGUE(
      "category",
      SheetColumn.of("code", "code", CATEGORY).keyed(),
      from(),
      to(),
      SheetColumn.of("name", "name", TEXT).needed(),
      SheetColumn.of("unit_kind", "unit_kind", CODE)
          .among("street", "district", "department", "enterprise"),
      SheetColumn.of("unit", "unit_code", CODE).codeOf(Reference.UNIT),
      SheetColumn.of("limit", "limit_level", CODE).among("2h", "24h", "7d", "15d"),
      SheetColumn.of("signal", "signal", CODE)
          .among("emergency", "legalChannel", "secret", "beyondDuty", "unlawful"),
      SheetColumn.of("line", "emergency_line", CODE).among("110", "119", "120", "122"),
      source()),
  DUTIES(
      "street_duty",
      SheetColumn.of("area", "area_code", CODE).keyed().codeOf(Reference.AREA),
      SheetColumn.of("category", "category_code", CATEGORY).keyed().codeOf(Reference.CATEGORY),
      SheetColumn.of("level", "level", CODE).keyed().among("*", "2h", "24h", "7d", "15d"),
      SheetColumn.of("duty", "duty", CODE).needed().among("owns", "helps", "mayNot"),
      SheetColumn.of("taker", "taker", CODE).codeOf(Reference.TAKER),
      from(),
      to(),
      source());

  final String table;
  final List<SheetColumn> columns;

  SheetKind(String table, SheetColumn... columns) {
    this.table = "registry." + table;
    this.columns = Arrays.stream(columns).map(SheetKind::keysAreNeeded).toList();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SheetKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /** Whether its rows hold from a day to a day. */
  boolean isDated() {
    return columns.stream().anyMatch(column -> column.field().equals("valid_from"));
  }

  /** A shift needs no person: then whoever is on duty there is meant. */
  private static SheetColumn keysAreNeeded(SheetColumn column) {
    return column.key() && !column.name().equals("person") ? column.needed() : column;
  }

  private static SheetColumn street() {
    return SheetColumn.of("street", "street_code", CODE).keyed().codeOf(Reference.STREET);
  }

  private static SheetColumn from() {
    return SheetColumn.of("from", "valid_from", DAY).keyed();
  }

  private static SheetColumn to() {
    return SheetColumn.of("to", "valid_to", DAY);
  }

  private static SheetColumn source() {
    return SheetColumn.of("source", "source", TEXT).needed();
  }
}
