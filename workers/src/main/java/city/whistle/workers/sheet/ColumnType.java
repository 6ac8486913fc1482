package city.whistle.workers.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column holds; {@code null} of a cell is the empty text everywhere. */
enum ColumnType {
  TEXT("text", "%s"),
  CODE("text", "%s"),
  /** Of two, four or six digits: where one is missing, a spreadsheet took the zero in front. */
  CATEGORY("text", "%s"),
  DAY("date", "%s::text"),
  TIME("time", "to_char(%s, 'HH24:MI')"),
  NUMBER("smallint", "%s::text"),
  SHARE("numeric", "trim_scale(%s)::text");

  static final int TEXT_MAX = 300;

  private static final Pattern CODE_FORM = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9:_-]{0,59}");
  private static final DateTimeFormatter DAY_FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SPREADSHEETS_DAY =
      DateTimeFormatter.ofPattern("uuuu/M/d").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter HOUR_FORM = DateTimeFormatter.ofPattern("H:mm[:00]");

  private final String sqlType;
  private final String shown;

  ColumnType(String sqlType, String shown) {
    this.sqlType = sqlType;
    this.shown = shown;
  }

  /** A parameter of this type in SQL; the empty text is null. */
  String parameter() {
    return "nullif(?, '')::" + sqlType;
  }

  /** The column in SQL as {@link #read} would have it. */
  String shown(String column) {
    return "coalesce(" + shown.formatted(column) + ", '')";
  }

  /** The cell in the one form in which it is kept and compared; empty where it is none. */
  Optional<String> read(String cell) {
    try {
      return switch (this) {
        case TEXT ->
            cell.length() <= TEXT_MAX && cell.codePoints().noneMatch(Character::isISOControl)
                ? Optional.of(cell)
                : Optional.empty();
        case CODE -> Optional.of(cell).filter(text -> CODE_FORM.matcher(text).matches());
        case CATEGORY -> CODE.read(cell.matches("[0-9]([0-9]{2}){0,2}") ? "0" + cell : cell);
        case DAY -> Optional.of(day(cell).toString()).filter(day -> day.matches("(19|2[0-9]).*"));
        case TIME -> Optional.of(LocalTime.parse(cell, HOUR_FORM).toString());
        case NUMBER -> Optional.of(cell).filter(text -> text.matches("[1-9][0-9]?"));
        case SHARE ->
            Optional.of(cell)
                .filter(text -> text.matches("[01](\\.[0-9]{1,4})?"))
                .map(text -> new BigDecimal(text).stripTrailingZeros())
                .filter(share -> share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0)
                .map(BigDecimal::toPlainString);
      };
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Spreadsheets write days their own way when they save a file. */
  private static LocalDate day(String cell) {
    return LocalDate.parse(cell, cell.contains("/") ? SPREADSHEETS_DAY : DAY_FORM);
  }
}
