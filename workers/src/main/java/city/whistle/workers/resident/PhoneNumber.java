package city.whistle.workers.resident;

import city.whistle.workers.text.PlainText;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the number to dial in what a caller said. Whatever he says is kept as he said it: a caller
 * is not lost for a number that can't be read.
 *
 * <p>Written as it is dialled in the city: {@code 13800001111}, {@code 01065121234}, with an
 * extension {@code 01065121234-801}; of another country {@code +16502530000}. Of several numbers a
 * mobile comes first, since it takes messages.
 */
public final class PhoneNumber {

  private static final String CITY = "010";
  private static final String GAP = NumberRules.GAP + "{0,2}";
  private static final String HOME = "(?:(?:\\+|00)?86" + GAP + ")?";
  private static final String EXTENSION =
      "(?: ?(?:转|轉|分机号?|内线|[eE][xX][tT]\\.?|[xX#*,，\\-—]) ?(?:[:：] ?)?([0-9]{1,6})(?![0-9]))?";
  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9])" + HOME + "(1" + GAP + "[3-9](?:" + GAP + "[0-9]){9})(?![0-9])");
  private static final Pattern LANDLINE =
      Pattern.compile(
          "(?<![0-9])(?:(?:\\+|00)86[( (（-]{0,2}0?|[(（]?0)(10|2[0-9]|[3-9][0-9]{2})[)） \\-—–.]{0,3}"
              + "([2-9](?:[ \\-—–.]?[0-9]){6,7}|[0-9]{5})(?![0-9])"
              + EXTENSION);
  private static final Pattern LOCAL =
      Pattern.compile("(?<![0-9.])()([2-8][0-9]{3}[ \\-—–.]?[0-9]{4})(?![0-9])" + EXTENSION);
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?<![0-9])([48]00(?:[ \\-—–.]?[0-9]){7}|1[02][0-9]{3}|9[56][0-9]{3,4})(?![0-9])");
  private static final Pattern FOREIGN =
      Pattern.compile("(?:\\+|(?<![0-9])00)(?!86)([1-9](?:" + GAP + "[0-9]){6,14})(?![0-9])");
  private static final String SPOKEN = "〇零○一幺二两三四五六七八九";
  private static final String[] DIGITS = "0 0 0 1 1 2 2 3 4 5 6 7 8 9".split(" ");

  private PhoneNumber() {}

  /** The number to dial; empty where there is none in it. */
  public static Optional<String> in(String said) {
    String plain = spoken(PlainText.of(said));
    return Stream.<Supplier<Optional<String>>>of(
            () -> first(FOREIGN, plain).map(found -> "+" + digits(found.group(1))),
            () -> first(MOBILE, plain).map(found -> digits(found.group(1))),
            () -> first(LANDLINE, plain).map(found -> "0" + found.group(1) + subscriber(found)),
            () -> first(SERVICE, plain).map(found -> digits(found.group(1))),
            () -> first(LOCAL, plain).map(found -> CITY + subscriber(found)))
        .flatMap(rule -> rule.get().stream())
        .findFirst();
  }

  private static String subscriber(Matcher found) {
    String extension = found.group(3);
    return digits(found.group(2)) + (extension == null ? "" : "-" + extension);
  }

  private static Optional<Matcher> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  /** Digits that an agent wrote as he heard them. */
  private static String spoken(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.chars()
        .mapToObj(c -> SPOKEN.indexOf(c) < 0 ? Character.toString(c) : DIGITS[SPOKEN.indexOf(c)])
        .forEach(digits::append);
    return digits.toString();
  }
}
