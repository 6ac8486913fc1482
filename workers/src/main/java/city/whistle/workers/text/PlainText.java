package city.whistle.workers.text;

import java.util.Set;

/**
 * A text as rules read it: full-width letters, digits and signs become plain ones, and so do digits
 * of other scripts; invisible characters become blanks. Each character stays at its place, so that
 * what is found there can be cut out of the text itself.
 */
public final class PlainText {

  private static final int FULL_WIDTH = 0xFEE0;

  private static final char CIRCLED_ONE = '\u2460';
  private static final char CIRCLED_ZERO = '\u24EA';

  private static final Set<Character.UnicodeBlock> VARIATIONS =
      Set.of(
          Character.UnicodeBlock.VARIATION_SELECTORS,
          Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT,
          Character.UnicodeBlock.TAGS);

  private static final Set<Byte> UNSEEN =
      Set.of(
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL,
          Character.UNASSIGNED);

  private PlainText() {}

  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (Character.isSupplementaryCodePoint(c)) {
        plain.append(supplementary(c, text.substring(i, i + 2)));
        i++;
      } else {
        plain.append(plain((char) c));
      }
    }
    return plain.toString();
  }

  /** Whether nothing of the text can be seen; marks need a letter to stand on. */
  public static boolean isInvisible(String text) {
    return PlainText.of(text).codePoints().allMatch(PlainText::isUnseen);
  }

  private static boolean isUnseen(int c) {
    return Character.isWhitespace(c) || UNSEEN.contains((byte) Character.getType(c));
  }

  /** Two places of the text; a digit is one, and a blank after it. */
  private static String supplementary(int c, String itself) {
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10)) + " ";
    }
    boolean mark = VARIATIONS.contains(Character.UnicodeBlock.of(c));
    return mark || Character.getType(c) == Character.FORMAT ? "  " : itself;
  }

  private static char plain(char c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return keepsItsWidth(c) ? c : (char) (c - FULL_WIDTH);
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (c >= CIRCLED_ONE && c < CIRCLED_ONE + 9) {
      return (char) ('1' + c - CIRCLED_ONE);
    }
    return c == CIRCLED_ZERO ? '0' : isBlank(c) ? ' ' : c;
  }

  /** Chinese punctuation, which means the same in rules. */
  private static boolean keepsItsWidth(char c) {
    return "，。：；！？（）".indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || VARIATIONS.contains(Character.UnicodeBlock.of(c))
        || Character.isSpaceChar(c)
        || type == Character.FORMAT
        || type == Character.CONTROL
        || c == '\u115F'
        || c == '\u1160'
        || c == '\u3164'
        || c == '\uFFA0'
        || c == '\u2800';
  }
}
