package city.whistle.workers.text;

/**
 * A text as rules read it: full-width letters, digits and signs become plain ones, and so do digits
 * of other scripts; invisible characters become blanks. Each character stays at its place, so that
 * what is found there can be cut out of the text itself.
 */
public final class PlainText {

  private static final int FULL_WIDTH = 0xFEE0;

  private PlainText() {}

  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  /** Whether nothing of the text can be seen. */
  public static boolean isInvisible(String text) {
    return PlainText.of(text).isBlank();
  }

  private static char plain(char c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return keepsItsWidth(c) ? c : (char) (c - FULL_WIDTH);
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return isBlank(c) ? ' ' : c;
  }

  /** Chinese punctuation, which means the same in rules. */
  private static boolean keepsItsWidth(char c) {
    return "，。：；！？（）".indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
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
