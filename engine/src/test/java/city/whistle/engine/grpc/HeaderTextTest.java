package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

  private static String lines(int number, String line) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> line + i)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(HeaderText.cut("错误\n50%")).isEqualTo("错误\n50%");
    assertThat(HeaderText.cut(null)).isNull();
  }

  @Test
  void bytesAreCountedAsTheyTravel() {
    String text = "é€错误😀";
    assertThat(HeaderText.bytes(text))
        .isEqualTo(URLEncoder.encode(text, StandardCharsets.UTF_8).length());
    assertThat(HeaderText.bytes("a %\n")).isEqualTo(1 + 1 + 3 + 3);
  }

  @Test
  void linesBeyondTheRoomAreCounted() {
    String cut = HeaderText.cut("first\n" + lines(80, "一个错误在这一行里面，请改正它。"));
    assertThat(HeaderText.bytes(cut)).isLessThanOrEqualTo(HeaderText.MAX_BYTES);
    long shown = cut.lines().count() - 2;
    assertThat(shown).isGreaterThan(20);
    assertThat(cut).startsWith("first\n").endsWith("\nand %d more".formatted(80 - shown));
  }

  @Test
  void whatWasCountedBeforeIsCountedIn() {
    String cut = HeaderText.cut(lines(1_000, "mistake ") + "\nand 30 more");
    long shown = cut.lines().count() - 1;
    assertThat(cut).endsWith("\nand %d more".formatted(1_030 - shown));
  }

  @Test
  void aLongLineIsCutBetweenCharacters() {
    String cut = HeaderText.cut("😀".repeat(2_000));
    assertThat(HeaderText.bytes(cut)).isBetween(HeaderText.MAX_BYTES - 120, HeaderText.MAX_BYTES);
    assertThat(cut.substring(0, cut.length() - 1)).isEqualTo("😀".repeat((cut.length() - 1) / 2));
    assertThat(cut).endsWith("…");
  }
}
