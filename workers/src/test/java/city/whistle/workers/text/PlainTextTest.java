package city.whistle.workers.text;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.resident.Redaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b\u2060\ufeff",
        "\u3164",
        "\u2800",
        "\udb40\udc41",
        "\u0301",
        "\ufe0f",
        "\u202e\u200f",
        "\u0378"
      })
  void seesNothingInWhatHasNothingToSee(String text) {
    assertThat(PlainText.isInvisible(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"路", "e\u0301", "\ud842\udfb7", "\ud83d\ude00", "?", "०"})
  void seesWhatIsThere(String text) {
    assertThat(PlainText.isInvisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
        "①③⑧⓪⓪①③⑧⓪⓪⓪",
        "138\ufe0f0013\ufe0f8000",
        "138\udb40\udc410013\udb40\udc418000",
        "𝟙𝟛𝟠00138000"
      })
  void readsDigitsHoweverTheyAreDressed(String number) {
    assertThat(Redaction.of("请打" + number + "找我")).isEqualTo(Redaction.of("请打13800138000找我"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"𝟏2①a", "\udb40\udc41x", "\ud83d\ude00"})
  void leavesEachCharacterAtItsPlace(String text) {
    assertThat(PlainText.of(text)).hasSameSizeAs(text);
  }
}
