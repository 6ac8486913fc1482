package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.OutboxSender;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class WishApiTest {

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private OutboxSender outbox;
  @Autowired private RecordingEngine engine;
  @Autowired private ArchiveCaseWorker archive;

  @ParameterizedTest
  @CsvSource({
    "supplement,case.supplemented,SupplementReceived",
    "withdraw,case.withdrawn,WithdrawalReceived"
  })
  void tellsTheProcessAndTheTimeline(String wish, String message, String step) throws Exception {
    CaseFile file = registry.dispatched();

    tell(file.number(), wish, "{\"text\": \"还没有来电\"}").andExpect(status().isAccepted());
    outbox.sendDue();

    assertThat(engine.calls())
        .contains(PublishMessage.lasting(message, file.id().toString(), Map.of()));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo(step);
  }

  @Test
  void saysHowOftenACaseWasUrged() throws Exception {
    CaseFile file = registry.dispatched();

    tell(file.number(), "urge", "{}");
    tell(file.number(), "urge", "{}");
    outbox.sendDue();

    assertThat(engine.calls())
        .contains(
            PublishMessage.lasting("case.urged", file.id().toString(), Map.of("urgeCount", 2)));
  }

  @Test
  void keepsTheWordsInTheVaultAlone() throws Exception {
    CaseFile file = registry.dispatched();

    tell(file.number(), "supplement", "{\"text\": \"孩子在家写不了作业\"}");

    assertThat(registry.everythingOutsideTheVault()).doesNotContain("写不了作业");
  }

  @Test
  void urgesWithoutAWord() throws Exception {
    api.perform(
            post("/api/cases/" + registry.dispatched().number() + "/urge")
                .header("X-API-Key", CaseApiTest.KEY))
        .andExpect(status().isAccepted());
  }

  @Test
  void hearsAWishOnceThatComesAgainUnderTheSameNumber() throws Exception {
    CaseFile file = registry.dispatched();
    String wish = "{\"text\": \"孩子发烧\", \"externalId\": \"" + UUID.randomUUID() + "\"}";

    tell(file.number(), "supplement", wish).andExpect(status().isAccepted());
    tell(file.number(), "supplement", wish).andExpect(status().isAccepted());

    assertThat(registry.steps(file.id())).containsOnlyOnce("SupplementReceived");
  }

  @ParameterizedTest
  @CsvSource({"urge,孩子发烧,false", "supplement,又停电了,false", "supplement,孩子发烧,true"})
  void refusesANumberThatStandsForAnotherWish(String wish, String text, boolean other)
      throws Exception {
    CaseFile file = registry.dispatched();
    String body = "{\"text\": \"%s\", \"externalId\": \"" + UUID.randomUUID() + "\"}";
    tell(file.number(), "supplement", body.formatted("孩子发烧"));

    tell((other ? registry.dispatched() : file).number(), wish, body.formatted(text))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", endsWith("for a new wish")));
  }

  @Test
  void refusesASupplementThatSaysNothing() throws Exception {
    tell(registry.dispatched().number(), "supplement", "{}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("text"));
  }

  @Test
  void refusesAWishForACaseThatIsOver() throws Exception {
    CaseFile file = registry.dispatched();
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));

    tell(file.number(), "urge", "{}").andExpect(status().isConflict());
  }

  @Test
  void doesNotKnowANumberThatIsNone() throws Exception {
    tell("20000101-000000", "urge", "{}").andExpect(status().isNotFound());
  }

  private ResultActions tell(String number, String wish, String body) throws Exception {
    return api.perform(
        post("/api/cases/" + number + "/" + wish)
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
