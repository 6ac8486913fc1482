package city.whistle.workers.resident;

import city.whistle.workers.text.PlainText;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one rule by which a text may be seen outside the vault, whoever wrote it and wherever it is
 * kept. It takes out what was given with the case (name, phone, e-mail, address) wherever it
 * stands; numbers that lead to a person ({@link NumberRules}); and of addresses what leads to a
 * door ({@link AddressRules}). Dates, times, amounts, standards, case numbers, service numbers and
 * buildings stay. Other people's names without a form of address can't be told from words and stay,
 * too: who writes is asked not to write them.
 */
public final class Redaction {

  private static final String MARK = "***";
  private static final int DIGITS_OF_A_NUMBER = 5;
  private static final Pattern USUAL = rules(NumberRules.MASKED + "|" + AddressRules.MASKED);
  private static final Pattern OF_A_PLACE = rules(NumberRules.MASKED + "|" + AddressRules.FLATS);
  private static final Pattern STRICT =
      rules(NumberRules.MASKED + "|" + AddressRules.MASKED + "|" + AddressRules.SHIELDED);

  private Redaction() {}

  /**
   * @param given what the resident gave about himself; nulls, blanks and single letters are passed
   *     over
   */
  public static String of(String text, String... given) {
    return redacted(text, USUAL, given);
  }

  /**
   * As {@link #of}, for a text that says where to come: street and house stay, the flat doesn't.
   */
  public static String ofPlace(String text, String... given) {
    return redacted(text, OF_A_PLACE, given);
  }

  /** As {@link #of}, and without buildings: for whoever must not guess who complained. */
  public static String shielding(String text, String... given) {
    return redacted(text, STRICT, given);
  }

  private static String redacted(String text, Pattern rules, String... given) {
    String said =
        Arrays.stream(given)
            .filter(Objects::nonNull)
            .map(word -> PlainText.of(word).strip())
            .filter(word -> word.length() > 1)
            .map(Redaction::literally)
            .collect(Collectors.joining("|"));
    String rest = said.isEmpty() ? text : masked(text, Pattern.compile(said), m -> true);
    return masked(rest, rules, m -> m.group("kept") == null);
  }

  private static Pattern rules(String masked) {
    return Pattern.compile("(?<kept>" + NumberRules.KEPT + ")|" + masked);
  }

  /** A given number is found however its digits are grouped. */
  private static String literally(String word) {
    String digits = word.replaceAll("[^0-9]", "");
    boolean number =
        digits.length() >= DIGITS_OF_A_NUMBER && !word.matches(".*[\\p{IsHan}A-Za-z].*");
    return number
        ? digits
            .chars()
            .mapToObj(Character::toString)
            .collect(Collectors.joining(NumberRules.GAP + "{0,2}"))
        : Pattern.quote(word);
  }

  private static String masked(String text, Pattern pattern, Function<Matcher, Boolean> masks) {
    Matcher found = pattern.matcher(PlainText.of(text));
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    while (found.find()) {
      if (masks.apply(found) && found.end() > found.start()) {
        result.append(text, from, found.start()).append(MARK);
        from = wholeCharacter(text, found.end());
      }
    }
    return result.append(text, from, text.length()).toString();
  }

  /** A digit of two places is found in the first. */
  private static int wholeCharacter(String text, int end) {
    boolean amid =
        end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
    return amid ? end + 1 : end;
  }
}
