package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class XlsxTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void keepsCodesAsTextAndComputesNothing() throws IOException {
    String sheet = written("110102009000", "=HYPERLINK(\"http://x\")", "@a", "路灯");

    assertThat(sheet)
        .contains("inlineStr")
        .contains("110102009000")
        .contains("'=HYPERLINK")
        .contains("'@a")
        .contains("路灯")
        .doesNotContain("<f>");
  }

  @Test
  void leavesOutWhatXmlCannotHoldAndWhatACellCannot() throws IOException {
    assertThat(written("a\u0001b\uFFFFc")).contains("abc");
    assertThat(written("长".repeat(40_000))).doesNotContain("长".repeat(32_768));
  }

  @Test
  void isAWorkbookByTypeAndName() throws IOException {
    written("a");

    assertThat(response.getContentType()).isEqualTo(Xlsx.TYPE);
    assertThat(response.getHeader("Content-Disposition")).contains("list.xlsx");
  }

  private String written(String... cells) throws IOException {
    response.reset();
    try (Sheet sheet =
        Sheet.download(new MockHttpServletRequest("GET", "/list.xlsx"), response, "list")) {
      sheet.row(cells);
    }
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("sheet1.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("there is no sheet");
  }
}
