package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.sheet.SheetText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠a",
        " =1",
        "\t=1",
        "\n=1",
        "　=1",
        "|cmd",
        "%0A",
        "\tx",
        "\r",
        "\u0000=1",
        "\u200b=1",
        "\ufeff@a"
      })
  void putsAnApostropheBeforeWhatASpreadsheetWouldCompute(String cell) {
    assertThat(SheetText.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void writesAMomentAsSpreadsheetsKnowAndSortIt() {
    assertThat(Sheet.time(OffsetDateTime.parse("2026-12-18T16:05:59Z")))
        .isEqualTo("2026-12-19 00:05");
    assertThat(Sheet.time(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "路灯不亮", "20261130-000001", "a=b", "2 - 1"})
  void leavesOrdinaryTextAlone(String cell) {
    assertThat(SheetText.harmless(cell)).isEqualTo(cell);
  }

  @Test
  void writesAFileThatSpreadsheetsReadAsUtf8() throws IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    try (Sheet csv =
        Sheet.download(new MockHttpServletRequest("GET", "/list.csv"), response, "list")) {
      csv.row("路灯", "a \"b\", c", null);
    }

    assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF路灯,\"a \"\"b\"\", c\",\r\n");
    assertThat(response.getHeader("Content-Disposition")).contains("list.csv");
  }
}
