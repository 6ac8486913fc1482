package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RegistryTest
class DescriptionPageTest {

  @Autowired private MockMvc api;
  @Autowired private Description description;

  @Test
  void givesTheDocumentToWhoHasNoKey() throws Exception {
    api.perform(get("/api/openapi.json"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.openapi").value("3.1.0"));
  }

  @Test
  void showsEveryCallInBothLanguages() throws Exception {
    String chinese = page("/api?lang=zh", "en");
    String english = page("/api?lang=en", "zh");

    description
        .document()
        .findValues("operationId")
        .forEach(
            id -> {
              assertThat(chinese).contains("id=\"" + id.textValue() + "\"");
              assertThat(english).contains("id=\"" + id.textValue() + "\"");
            });
    assertThat(chinese).contains("登记诉求").doesNotContain("Open a case");
    assertThat(english).contains("Open a case").doesNotContain("登记诉求");
  }

  @Test
  void speaksTheBrowsersLanguageUnlessToldOtherwise() throws Exception {
    assertThat(page("/api", "zh-CN")).contains("登记诉求");
    assertThat(page("/api", "fr")).contains("Open a case");
  }

  @Test
  void loadsNothingFromElsewhere() throws Exception {
    assertThat(page("/api?lang=en", "en")).doesNotContain("<script", "<link", "<img", "@import");
    api.perform(get("/api"))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
  }

  @Test
  void knowsTwoLanguagesOnly() throws Exception {
    api.perform(get("/api?lang=fr")).andExpect(status().isUnprocessableEntity());
  }

  private String page(String path, String accepted) throws Exception {
    return api.perform(get(path).header("Accept-Language", accepted))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith("text/html"))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
