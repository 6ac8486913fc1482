package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.model.ModelEngine;
import city.whistle.workers.model.ModelFile;
import city.whistle.workers.model.ModelSet;
import io.camunda.client.api.search.enums.IncidentState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Cases whose process met what it can't get over: tried again, and begun anew, to their end. */
class RepairTest extends LifeTest {

  @Autowired private ModelSet set;
  @Autowired private ModelEngine models;

  @Test
  void beginsAnewWithMendedModelsWhatNeverCouldBeDispatched() throws Exception {
    CaseFile file = undispatchable();
    awaitIncident(file);
    deploy("none", "none");

    repair(file, false)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.repairing[0].element", is("DispatchCase")))
        .andExpect(jsonPath("$.advice", containsString("only \"anew\": true helps")));
    awaitIncident(file);
    repair(file, true).andExpect(status().isAccepted());
    staff.quiet();

    signed(file);
    settledToTheEnd(file);
  }

  @Test
  void beginsAnewWhatIsStillTriedAgainByItself() throws Exception {
    CaseFile file = undispatchable();
    deploy("none", "none");
    Awaitility.await()
        .untilAsserted(
            () ->
                repair(file, false)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.detail", containsString("(DispatchCase) is tried"))));

    repair(file, true).andExpect(status().isAccepted());
    staff.quiet();

    assertOpen(file, "SignCase");
    assertThat(now(file).owner().code()).isEqualTo("110102009");
  }

  @Test
  void beginsAnewInTheHandsOfItsOwner() throws Exception {
    CaseFile file = inHand();
    client
        .newSetVariablesCommand(file.processInstanceKey())
        .variables(Map.of("timeLimit", Map.of("priority", "high")))
        .send()
        .join();
    staff.complete(file, "HandleCase", "{outcome: 'settled'}");
    awaitIncident(file);

    repair(file, true).andExpect(status().isAccepted());
    staff.quiet();

    assertThat(now(file)).returns(file.owner(), CaseFile::owner).returns(1, CaseFile::round);
    signed(file);
    settledToTheEnd(file);
  }

  /** Deployed past the check, it shows no incident. */
  @Test
  void seesATaskThatNobodyCanDo() throws Exception {
    deploy("handle-case.form", form -> "{\"id\": \"handle-case\", \"components\": []}");
    CaseFile file = inHand();
    look();

    http.perform(get("/api/cases?stuck=incident").header("X-API-Key", HOTLINE_KEY))
        .andExpect(
            jsonPath(
                "$.items[?(@.number == '%s')].stuck[0].detail".formatted(file.number()),
                hasItem("HandleCase: FORM_UNANSWERABLE")));
    repair(file, false)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.repairing[0].element", is("HandleCase")))
        .andExpect(jsonPath("$.advice", containsString("deploy a mended one")));

    deploy("handle-case.form", form -> form);
    repair(file, true).andExpect(status().isAccepted());
    staff.quiet();
    signed(file);
    settledToTheEnd(file);
  }

  private void settledToTheEnd(CaseFile file) {
    replied(file);
    staff.complete(
        file,
        "CallResident",
        "{answered: true, contacted: true, settled: 'settled', satisfied: 'satisfied'}");
    assertThat(now(file).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(staff.open(file)).isEmpty();
  }

  private CaseFile undispatchable() {
    deploy("PT1H", "soon");
    return registry.opened();
  }

  /** All tries are used up once time has passed between them. */
  private void awaitIncident(CaseFile file) {
    Awaitility.await()
        .until(
            () -> {
              EngineUnderTest.get().increaseTime(Duration.ofMinutes(5));
              return hasIncident(file);
            });
  }

  private boolean hasIncident(CaseFile file) {
    Long process = now(file).processInstanceKey();
    return process != null
        && !client
            .newIncidentSearchRequest()
            .filter(f -> f.processInstanceKey(process).state(IncidentState.ACTIVE))
            .send()
            .join()
            .items()
            .isEmpty();
  }

  private void deploy(String right, String wrong) {
    deploy("time-limit.dmn", table -> table.replace(right, wrong));
  }

  /** As somebody would who deploys past the check. */
  private void deploy(String name, UnaryOperator<String> change) {
    List<ModelFile> files =
        set.standing().stream()
            .map(file -> file.name().equals(name) ? changed(file, change) : file)
            .toList();
    models.deploy(files);
  }

  private static ModelFile changed(ModelFile file, UnaryOperator<String> change) {
    String content = change.apply(new String(file.content(), StandardCharsets.UTF_8));
    return new ModelFile(file.name(), content.getBytes(StandardCharsets.UTF_8));
  }

  private ResultActions repair(CaseFile file, boolean anew) throws Exception {
    return http.perform(
        post("/api/cases/" + file.number() + "/repair")
            .header("X-API-Key", HOTLINE_KEY)
            .contentType("application/json")
            .content(
                "{\"officer\": \"supervisor-1\", \"reason\": \"时限表写错\", \"anew\": %s}"
                    .formatted(anew)));
  }
}
