package city.whistle.workers.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import city.whistle.workers.RegistryTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What tables decide is held against what is read of it, before they are deployed. */
@RegistryTest
class TableOutputsApiTest {

  @Autowired private MockMvc api;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time-limit | \"PT15M\" | \"soon\" | row 1, column signWithin (签收时限): \"soon\", but must be days, hours and minutes such as PT30M, PT2H or P7D",
        "time-limit | \"PT15M\" | \"P1M\" | row 1, column signWithin (签收时限): \"P1M\"",
        "time-limit | \"PT15M\" | \"PT0S\" | row 1, column signWithin (签收时限): \"PT0S\"",
        "time-limit | \"PT15M\" | \"so\" + \"on\" | row 1, column signWithin (签收时限): \"so\" + \"on\", which is \"soon\"",
        "time-limit | \"PT15M\" | if dispatch.level = \"2h\" then \"soon\" else \"PT1H\" | row 1, column signWithin (签收时限): if",
        "time-limit | \"PT15M\" | `` | row 1, column signWithin (签收时限): nothing, but must be",
        "time-limit | 0.8 | 80 | row 1, column warnShare (预警比例): 80, but must be a number from 0 to 1, or null",
        "time-limit | 95 | 9.5 | row 1, column priority (任务优先级): 9.5, but must be a whole number",
        "time-limit | \"calendar\" | \"workin\" | row 1, column basis (计时方式): \"workin\", but must be one of calendar, working",
        "dispatch-catalogue | catalogue.unitCode | \"no-such\" | row 6, column unitCode (单位): \"no-such\", but must be the code of a unit that stands",
        "dispatch-catalogue | then \"7d\" | then \"7 days\" | row 1, column level (时限等级): if",
        "whistle-profile | \"before\" | \"never\" | row 1, column approval (审批): \"never\", but must be one of before, after",
        "whistle-profile | true | \"yes\" | row 5, column centre (召集综合执法中心): \"yes\", but must be true or false, or null",
        "callback-outcome | \"close\" | \"shut\" | row 1, column verdict (评定): \"shut\", but must be one of close, redo"
      })
  void namesRowAndColumnAndWhatWouldBeRight(
      String table, String shipped, String changed, String problem) throws Exception {
    assertThat(problems(table, withOutput(table, shipped, changed == null ? "" : changed)))
        .hasSizeGreaterThanOrEqualTo(1)
        .first()
        .asString()
        .startsWith(problem);
    assertThat(kept()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time-limit | name=\"contactWithin\" | name=\"contact\" | lacks the output column contactWithin",
        "time-limit | <text>\"15d\"</text> | <text>\"15 d\"</text> | has no row for dispatch.level = 15d",
        "whistle-profile | \"keyWork\" | \"keywork\" | has no row for whistle.crossDistrict = false, whistle.kind = keyWork",
        "callback-outcome | <decisionTable | <decisionTable hitPolicy=\"COLLECT\" | decides a list (COLLECT), where one answer is read: UNIQUE or FIRST would be right"
      })
  void namesWhatATableLacks(String table, String shipped, String changed, String problem)
      throws Exception {
    assertThat(problems(table, shipped(table).replace(shipped, changed))).contains(problem);
  }

  @Test
  void takesWhatOnlyACaseCanTell() throws Exception {
    assertThat(problems("time-limit", withOutput("time-limit", "\"PT15M\"", "case.signWithin")))
        .isEmpty();
    jdbc.sql("delete from registry.model_file").update();
  }

  /** The table with its first output in which {@code shipped} stands changed. */
  private static String withOutput(String table, String shipped, String changed) throws Exception {
    Pattern output =
        Pattern.compile("(<outputEntry[^>]*>\\s*<text>[^<]*?)" + Pattern.quote(shipped));
    return output.matcher(shipped(table)).replaceFirst("$1" + Matcher.quoteReplacement(changed));
  }

  private List<String> problems(String table, String content) throws Exception {
    assertThat(content).isNotEqualTo(shipped(table));
    Map<String, Object> body =
        Map.of("files", List.of(Map.of("name", table + ".dmn", "content", content)));
    String answer =
        api.perform(
                post("/api/models")
                    .header("X-API-Key", CaseApiTest.KEY)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsString(body)))
            .andReturn()
            .getResponse()
            .getContentAsString(UTF_8);
    JsonNode errors = json.readTree(answer).path("errors");
    return StreamSupport.stream(errors.spliterator(), false)
        .map(error -> error.path("message").asText())
        .toList();
  }

  private long kept() {
    return jdbc.sql("select count(*) from registry.model_file").query(Long.class).single();
  }

  private static String shipped(String table) throws Exception {
    return new ClassPathResource("processes/" + table + ".dmn").getContentAsString(UTF_8).strip();
  }
}
