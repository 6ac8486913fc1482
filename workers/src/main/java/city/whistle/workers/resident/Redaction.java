package city.whistle.workers.resident;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule by which a case's title may be seen outside the vault. It takes out, in this order: the
 * name, phone, e-mail and address given with the case wherever they stand; e-mail addresses;
 * identity card numbers; phone numbers, also written with spaces or hyphens; house, building, unit,
 * floor and room numbers, also in Chinese numerals, several joined by 、 included. Other names can't
 * be told from words and stay: agents are asked not to write them into a title.
 */
public final class Redaction {

  private static final String MARK = "***";
  private static final String NUMERAL = "[0-9一二三四五六七八九十百零〇甲乙丙丁A-Za-z]";
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
  private static final Pattern IDENTITY =
      Pattern.compile("(?<!\\d)\\d{17}[\\dXx]|(?<!\\d)\\d{15}(?!\\d)");
  private static final Pattern PHONE =
      Pattern.compile("(?<!\\d)(\\+?86[\\s-]?)?(0\\d{2,3}[\\s-]?)?\\d(?:[\\s-]?\\d){6,10}(?!\\d)");
  private static final Pattern HOUSE =
      Pattern.compile(
          "(" + NUMERAL + "+[、,,和及至~\\-])*" + NUMERAL + "+(?=号(?!线)|栋|幢|单元|层|室)|[0-9A-Za-z]+(?=座)");

  private Redaction() {}

  /**
   * @param given what the resident gave about himself; nulls and blanks are passed over
   */
  public static String of(String text, String... given) {
    String redacted = asciiDigits(text);
    for (String word : (Iterable<String>) words(given)::iterator) {
      redacted = redacted.replace(word, MARK);
    }
    for (Pattern pattern : new Pattern[] {EMAIL, IDENTITY, PHONE, HOUSE}) {
      redacted = pattern.matcher(redacted).replaceAll(MARK);
    }
    return redacted;
  }

  private static Stream<String> words(String... given) {
    return Stream.of(given)
        .filter(Objects::nonNull)
        .map(word -> asciiDigits(word.strip()))
        .filter(word -> !word.isEmpty());
  }

  /**
   * Full-width letters and digits become plain ones, so that no pattern misses them; Chinese
   * punctuation stays.
   */
  private static String asciiDigits(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= 0xFF10 && c <= 0xFF5A && Character.isLetterOrDigit(c) ? c - 0xFEE0 : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
