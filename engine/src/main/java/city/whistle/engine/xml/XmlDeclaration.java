package city.whistle.engine.xml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document says of its encoding in its first line. */
public final class XmlDeclaration {

  private static final Pattern ENCODING =
      Pattern.compile("^(<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*)(?:\"([^\"]*)\"|'([^']*)')");

  private XmlDeclaration() {}

  /** Empty where the document doesn't say: then it is UTF-8 or UTF-16 (XML 1.0, 4.3.3). */
  public static Optional<String> encoding(String xml) {
    Matcher declaration = ENCODING.matcher(xml);
    return declaration.find()
        ? Optional.of(declaration.group(2) == null ? declaration.group(3) : declaration.group(2))
        : Optional.empty();
  }

  /** The document as it reads in UTF-8: a declaration that names another encoding is changed. */
  public static String inUtf8(String xml) {
    return encoding(xml).filter(name -> !"UTF-8".equalsIgnoreCase(name)).isPresent()
        ? ENCODING.matcher(xml).replaceFirst("$1\"UTF-8\"")
        : xml;
  }
}
