package city.whistle.engine.grpc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts descriptions to what a header has room for. Clients take 8 KB of headers by default and
 * answer more with PROTOCOL_ERROR, which tells nobody anything. What isn't printable ASCII travels
 * percent-encoded (gRPC over HTTP/2, Responses): a Chinese character takes nine bytes.
 */
final class HeaderText {

  /** Encoded; leaves room for the other headers. */
  static final int MAX_BYTES = 6_000;

  private static final int BYTES_OF_THE_END = 100;
  private static final int ENCODED_BYTE = 3;
  private static final Pattern MORE = Pattern.compile("and (\\d{1,9}) more");

  private HeaderText() {}

  /** The text, or as many of its lines as there is room for, and how many more there are. */
  static String cut(String text) {
    if (text == null || bytes(text) <= MAX_BYTES) {
      return text;
    }
    List<String> lines = text.lines().toList();
    StringBuilder cut = new StringBuilder();
    int left = MAX_BYTES - BYTES_OF_THE_END;
    int taken = 0;
    while (taken < lines.size() && bytes(lines.get(taken)) + ENCODED_BYTE <= left) {
      left -= bytes(lines.get(taken)) + ENCODED_BYTE;
      cut.append(lines.get(taken++)).append('\n');
    }
    return taken > 1
        ? cut + "and %d more".formatted(count(lines.subList(taken, lines.size())))
        : cut + beginning(lines.get(taken), left) + "…";
  }

  private static int count(List<String> lines) {
    return lines.stream().map(MORE::matcher).mapToInt(HeaderText::count).sum();
  }

  private static int count(Matcher more) {
    return more.matches() ? Integer.parseInt(more.group(1)) : 1;
  }

  private static String beginning(String line, int room) {
    int left = room;
    int end = 0;
    while (end < line.length() && bytes(line.codePointAt(end)) <= left) {
      left -= bytes(line.codePointAt(end));
      end += Character.charCount(line.codePointAt(end));
    }
    return line.substring(0, end);
  }

  /** How many bytes the text takes in a header. */
  static int bytes(String text) {
    return text.codePoints().map(HeaderText::bytes).sum();
  }

  private static int bytes(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~' && codePoint != '%') {
      return 1;
    }
    if (codePoint < 0x80) {
      return ENCODED_BYTE;
    }
    if (codePoint < 0x800) {
      return 2 * ENCODED_BYTE;
    }
    return (codePoint < 0x10000 ? 3 : 4) * ENCODED_BYTE;
  }
}
