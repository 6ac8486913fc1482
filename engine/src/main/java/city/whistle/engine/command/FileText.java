package city.whistle.engine.command;

import city.whistle.engine.xml.XmlDeclaration;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The text of a file, read in the file's own encoding. From here on a file is text that is kept and
 * given back in UTF-8: so it has no byte order mark, and an XML declaration names UTF-8 if it names
 * an encoding. Nothing else is changed.
 */
final class FileText {

  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  /** Long enough for any XML declaration in any encoding. */
  private static final int HEAD = 1_024;

  private final byte[] content;
  private final int start;

  /** Null where the first bytes are those of any encoding that has ASCII in it. */
  private final Charset seen;

  private FileText(byte[] content, int start, Charset seen) {
    this.content = content;
    this.start = start;
    this.seen = seen;
  }

  /**
   * Reads XML (XML 1.0, appendix F).
   *
   * @throws IllegalArgumentException where the encoding is not known or not the one that is named
   */
  static String ofXml(byte[] content) {
    FileText file = look(content);
    Optional<String> declared = XmlDeclaration.encoding(file.head());
    String text = file.decode(declared.map(file::declared).orElse(file.seenOrUtf8()));
    if (!XmlDeclaration.encoding(text).equals(declared)) {
      throw isNot(declared.orElse("UTF-8"));
    }
    return XmlDeclaration.inUtf8(text);
  }

  /**
   * Reads JSON, which is in UTF-8 (RFC 8259) or, by older rules, in UTF-16 or UTF-32 (RFC 4627).
   *
   * @throws IllegalArgumentException where it is in none of them
   */
  static String ofJson(byte[] content) {
    FileText file = look(content);
    return file.decode(file.seenOrUtf8());
  }

  /** A byte order mark, or a first character that is one of ASCII's between zeros. */
  private static FileText look(byte[] b) {
    if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
      return new FileText(b, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
      return new FileText(b, 4, UTF_32LE);
    }
    if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
      return new FileText(b, 4, UTF_32BE);
    }
    if (startsWith(b, 0xFF, 0xFE)) {
      return new FileText(b, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(b, 0xFE, 0xFF)) {
      return new FileText(b, 2, StandardCharsets.UTF_16BE);
    }
    return new FileText(b, 0, withoutMark(b));
  }

  private static Charset withoutMark(byte[] b) {
    if (b.length < 4 || b[0] != 0 && b[1] != 0) {
      return null;
    }
    if (b[0] == 0) {
      return b[1] == 0 ? UTF_32BE : StandardCharsets.UTF_16BE;
    }
    return b[2] == 0 && b[3] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
  }

  private static boolean startsWith(byte[] content, int... start) {
    return content.length >= start.length
        && IntStream.range(0, start.length).allMatch(i -> (content[i] & 0xFF) == start[i]);
  }

  private Charset seenOrUtf8() {
    return seen == null ? StandardCharsets.UTF_8 : seen;
  }

  private String head() {
    byte[] head = Arrays.copyOfRange(content, start, Math.min(content.length, start + HEAD));
    return new String(head, seen == null ? StandardCharsets.ISO_8859_1 : seen);
  }

  private Charset declared(String name) {
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("its encoding '" + name + "' is not known; use UTF-8", e);
    }
    if (isWide(charset)
        ? seen != null && isFamily(charset)
        : seen == null || charset.equals(seen)) {
      return seen == null ? charset : seen;
    }
    throw isNot(name);
  }

  private static boolean isWide(Charset charset) {
    return charset.name().contains("UTF-16") || charset.name().contains("UTF-32");
  }

  /** UTF-16 and UTF-32 leave the order of bytes open; other names of theirs say which. */
  private boolean isFamily(Charset charset) {
    return seen.name().equals(charset.name()) || seen.name().matches(charset.name() + "[BL]E");
  }

  private static IllegalArgumentException isNot(String encoding) {
    return new IllegalArgumentException(
        "the file is not in the encoding '" + encoding + "' that it should have; save it in UTF-8");
  }

  private String decode(Charset charset) {
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(content, start, content.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw isNot(charset.name());
    }
  }
}
