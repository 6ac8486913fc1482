package city.whistle.workers.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What policy staff and supervisors change over the API, on the real engine. */
@AutoConfigureMockMvc
@TestPropertySource(properties = "whistle.demo-hotline-key=" + ChangesWhileCasesRunTest.KEY)
class ChangesWhileCasesRunTest extends EngineWithWorkers {

  static final String KEY = "a-key-for-tests-of-more-than-32-characters";

  @Autowired private MockMvc api;
  @Autowired private ObjectMapper json;

  @Test
  void aChangedLimitHoldsForTheNextCaseThatIsDispatched() throws Exception {
    CaseFile before = dispatched();
    String table = new ClassPathResource("processes/time-limit.dmn").getContentAsString(UTF_8);

    change(table.replace("PT1H", "PT2H"));
    CaseFile after = dispatched();
    change(table);

    assertThat(signWithin(after)).isEqualTo(signWithin(before).plusHours(1));
    assertThat(registry.file(before.id()).limits()).isEqualTo(before.limits());
  }

  private void change(String table) throws Exception {
    send(
            "/api/models",
            Map.of("files", List.of(Map.of("name", "time-limit.dmn", "content", table))))
        .andExpect(status().isOk());
  }

  /** The engine is others', too, and their registry doesn't have these cases. */
  @AfterEach
  void endTheCases() {
    client
        .newProcessInstanceSearchRequest()
        .filter(
            f ->
                f.state(ProcessInstanceState.ACTIVE).parentProcessInstanceKey(p -> p.exists(false)))
        .send()
        .join()
        .items()
        .forEach(
            instance ->
                client.newCancelInstanceCommand(instance.getProcessInstanceKey()).send().join());
  }

  @Test
  void aCancelledCaseIsSeenAndTakenUpWhereItStood() throws Exception {
    CaseFile file = dispatched();
    client.newCancelInstanceCommand(file.processInstanceKey()).send().join();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                api.perform(get("/api/cases?stuck=nobody&unit=110102009").header("X-API-Key", KEY))
                    .andExpect(jsonPath("$.items[*].number", contains(file.number()))));
    send("/api/cases/" + file.number() + "/urge", Map.of()).andExpect(status().isConflict());

    send(
            "/api/cases/" + file.number() + "/restart",
            Map.of("officer", "supervisor-1", "reason", "误撤销"))
        .andExpect(status().isAccepted());

    await().atMost(PATIENCE).until(() -> registry.file(file.id()).processInstanceKey() != null);
    assertThat(registry.file(file.id()).limits()).isEqualTo(file.limits());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                api.perform(get("/api/cases/" + file.number()).header("X-API-Key", KEY))
                    .andExpect(jsonPath("$.openTasks", contains("签收工单"))));
    send("/api/cases/" + file.number() + "/urge", Map.of()).andExpect(status().isAccepted());
  }

  private CaseFile dispatched() {
    CaseFile opened = registry.opened();
    await()
        .atMost(PATIENCE)
        .until(() -> registry.file(opened.id()).status() == CaseStatus.DISPATCHED);
    return registry.file(opened.id());
  }

  private static Duration signWithin(CaseFile file) {
    return Duration.between(file.receivedAt(), file.limits().signBy())
        .truncatedTo(java.time.temporal.ChronoUnit.HOURS);
  }

  private ResultActions send(String path, Map<String, ?> body) throws Exception {
    return api.perform(
        post(path)
            .header("X-API-Key", KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(body)));
  }
}
