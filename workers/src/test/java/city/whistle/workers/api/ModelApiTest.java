package city.whistle.workers.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.model.ModelFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class ModelApiTest {

  @Autowired private MockMvc api;
  @Autowired private ObjectMapper json;
  @Autowired private RecordingEngine engine;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void forgetChanges() {
    jdbc.sql("delete from registry.model_file").update();
  }

  @Test
  void completesTheSetWithWhatStands() throws Exception {
    String table = shipped("processes/time-limit.dmn").replace("PT15M", "PT10M");

    change("time-limit.dmn", table)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.deployed[*].id", hasItem("complaint-case.bpmn")));

    assertThat(deployed("time-limit.dmn")).isEqualTo(table);
    assertThat(deployed("complaint-case.bpmn"))
        .isEqualToIgnoringNewLines(shipped("processes/complaint-case.bpmn"));
  }

  @Test
  void takesAnEarlierChangeForWhatStands() throws Exception {
    String table = shipped("processes/time-limit.dmn").replace("PT15M", "PT10M");
    change("time-limit.dmn", table);

    change("sign-case.form", shipped("forms/sign-case.form")).andExpect(status().isOk());

    assertThat(deployed("time-limit.dmn")).isEqualTo(table);
  }

  @Test
  void namesWhatIsMissing() throws Exception {
    String process =
        shipped("processes/complaint-case.bpmn")
            .replace("decisionId=\"time-limit\"", "decisionId=\"time-limits\"")
            .replace("type=\"case.dispatch\"", "type=\"case.dispatchTwice\"")
            .replace("formId=\"sign-case\"", "formId=\"sign\"");

    change("complaint-case.bpmn", process)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath(
                "$.errors[*].message", hasItem("needs decision:time-limits, which is missing")))
        .andExpect(jsonPath("$.errors[*].message", hasItem("needs form:sign, which is missing")))
        .andExpect(
            jsonPath("$.errors[*].message", hasItem("needs a worker for case.dispatchTwice")));
    assertThat(kept()).isZero();
  }

  @Test
  void refusesAModelThatHearsNoWishes() throws Exception {
    change(
            "complaint-case.bpmn",
            shipped("processes/complaint-case.bpmn").replace("case.urged", "x"))
        .andExpect(
            jsonPath("$.errors[*].message", hasItem("no model hears the message case.urged")));
  }

  @Test
  void refusesAModelThatDecidesWhatNobodyReads() throws Exception {
    change(
            "complaint-case.bpmn",
            shipped("processes/complaint-case.bpmn")
                .replace("resultVariable=\"timeLimit\"", "resultVariable=\"limit\""))
        .andExpect(
            jsonPath(
                "$.errors[*].message",
                hasItem("no decision's result goes to timeLimit, which is read")));
  }

  @Test
  void refusesAFormThatAsksForNothingThatIsRead() throws Exception {
    change("handle-case.form", "{\"id\": \"handle-case\", \"components\": []}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[*].message", hasItem("must ask for outcome (怎样办理), which is read")));
    assertThat(kept()).isZero();
  }

  @Test
  void refusesAFormByWhichOneMayLeaveOutWhatIsRead() throws Exception {
    change(
            "release-units.form",
            shipped("forms/release-units.form")
                .replace("\"required\": true", "\"required\": false"))
        .andExpect(
            jsonPath("$.errors[*].message", hasItem(startsWith("must require releaseConfirmed"))));
  }

  @Test
  void refusesAChoiceByWhichNothingGoes() throws Exception {
    change(
            "handle-case.form",
            shipped("forms/handle-case.form")
                .replace("\"value\": \"raise\"", "\"value\": \"rise\""))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value(startsWith("outcome (怎样办理) offers rise, by which no process")));
  }

  @Test
  void refusesLimitsThatContradictEachOther() throws Exception {
    change("time-limit.dmn", shipped("processes/time-limit.dmn").replaceFirst("PT30M", "P30D"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[0].message")
                .value(
                    "row 1: column contactWithin (联系时限) is \"P30D\", but must not be longer than"
                        + " column settleWithin (办理时限), which is \"PT2H\""));
  }

  @ParameterizedTest
  @CsvSource({
    "complaint-case.bpmn, processes, =verdict = \"redo\", =verdikt = \"redo\"",
    "time-limit.dmn, processes, dispatch.level, dispach.level",
    "handle-case.form, forms, =refusal = null, =refusel = null"
  })
  void refusesWhatGoesByAVariableThatNobodySets(
      String file, String folder, String right, String wrong) throws Exception {
    String name = wrong.replaceAll("^=?([a-z]+).*", "$1");
    change(file, shipped(folder + "/" + file).replace(right, wrong))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[0].message")
                .value(containsString(" goes by " + name + ", which nobody sets")));
  }

  @Test
  void refusesASecondFileOfTheSameProcess() throws Exception {
    change("other.bpmn", shipped("processes/callback.bpmn"))
        .andExpect(status().isUnprocessableEntity());
  }

  @Test
  void passesOnWhyTheEngineRefuses() throws Exception {
    change("sign-case.form", "{\"id\": \"sign-case\", \"x\": \"REFUSE\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].message", hasItem("the engine says no")));
    assertThat(kept()).isZero();
  }

  @Test
  void namesAFileThatIsNotWhatItsNameSays() throws Exception {
    change("time-limit.dmn", "<definitions")
        .andExpect(jsonPath("$.errors[0].field").value("time-limit.dmn"));
    change("../x.dmn", "<x/>").andExpect(jsonPath("$.errors[0].field").value("files[0].name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id": "sign-case", "components": null}       | components must be a list; it may be empty
          {"id": "sign-case", "components": [null]}     | components[0] must be a component: an object with its type
          {"id": "sign-case", "components": [{}]}       | components[0] must be a component: an object with its type
          {"id": "sign-case", "components": [{"type": "group", "components": ["x"]}]} \
            | components[0].components[0] must be a component: an object with its type
          {"id": "sign-case", "components": [{"type": "textfield", "key": 5}]} \
            | components[0].key must be a text
          """)
  void refusesAFormThatNoPageCanDraw(String form, String why) throws Exception {
    change("sign-case.form", form)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[?(@.field == 'sign-case.form')].message", hasItem(why)));
    assertThat(kept()).isZero();
  }

  @Test
  void takesAFormThatAsksForNothingWhereNothingIsRead() throws Exception {
    change("sign-case.form", "{\"id\": \"sign-case\", \"components\": []}")
        .andExpect(status().isOk());
  }

  @Test
  void refusesAFileThatIsGivenTwice() throws Exception {
    Map<String, String> file =
        Map.of("name", "sign-case.form", "content", shipped("forms/sign-case.form"));
    change(List.of(file, file))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("files[1].name"))
        .andExpect(jsonPath("$.errors[0].message").value("is given twice; give each file once"));
    assertThat(kept()).isZero();
  }

  @Test
  void readsNothingOutsideAFile() throws Exception {
    change(
            "time-limit.dmn",
            "<!DOCTYPE x [<!ENTITY y SYSTEM"
                + " \"file:///etc/hostname\">]><definitions>&y;</definitions>")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].message").value("is no XML"));
  }

  private long kept() {
    return jdbc.sql("select count(*) from registry.model_file").query(Long.class).single();
  }

  private String deployed(String name) {
    return engine.deployed().stream()
        .filter(file -> file.name().equals(name))
        .map(ModelFile::content)
        .map(content -> new String(content, UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String shipped(String path) throws Exception {
    return new ClassPathResource(path).getContentAsString(UTF_8).strip();
  }

  private ResultActions change(String name, String content) throws Exception {
    return change(List.of(Map.of("name", name, "content", content)));
  }

  private ResultActions change(List<Map<String, String>> files) throws Exception {
    Map<String, Object> body = Map.of("files", files);
    return api.perform(
        post("/api/models")
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(body)));
  }
}
