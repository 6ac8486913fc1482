package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

class XlsxTest {

  @TempDir Path folder;

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
    assertThat(written("长".repeat(40_000)))
        .contains("长".repeat(32_767))
        .doesNotContain("长".repeat(32_768));
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
    Path file = Files.write(folder.resolve("list.xlsx"), response.getContentAsByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry sheet = zip.getEntry("xl/worksheets/sheet1.xml");
      byte[] xml = zip.getInputStream(sheet).readAllBytes();
      return HtmlUtils.htmlUnescape(new String(xml, StandardCharsets.UTF_8)).replace("&apos;", "'");
    }
  }
}
