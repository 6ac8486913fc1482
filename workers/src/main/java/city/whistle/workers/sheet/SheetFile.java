package city.whistle.workers.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A file as it came. Taken are UTF-8, with or without a byte order mark, and GB 18030, which holds
 * GBK and GB 2312: the two that spreadsheets here write.
 */
public record SheetFile(byte[] content) {

  public static final int BYTES_MAX = 4 * 1024 * 1024;
  static final int ROWS_MAX = 20_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Its text; empty where it is in none of the two, or holds what no text does. */
  Optional<String> text() {
    return List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")).stream()
        .map(this::decoded)
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
        .filter(text -> text.indexOf('\0') < 0);
  }

  private Optional<String> decoded(Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
