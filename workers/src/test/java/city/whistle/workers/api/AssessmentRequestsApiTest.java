package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.transaction.support.TransactionTemplate;

/** What units ask of a month's figures over the API; each test has a year of its own. */
@RegistryTest
class AssessmentRequestsApiTest extends AssessmentApiScene {

  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void leavesOutWhoseExclusionsWereGrantedAndSaysWhy() throws Exception {
    cases.leftOut(cases.good(cases.of(null)), "malicious");
    publish(month);

    show("/cases?group=street&unit=" + STREET + "&figure=excluded")
        .andExpect(jsonPath("$.items[0].leftOut").value("malicious"));
    show("/cases?group=street&unit=" + STREET + "&figure=valid")
        .andExpect(jsonPath("$.items", hasSize(0)));
  }

  @Test
  void takesAnExclusionOnce() throws Exception {
    CaseFile file = cases.good(cases.of(null));
    String body = body(file, "beyondDuty", "\"externalId\": \"" + UUID.randomUUID() + "\",");

    String first =
        ask("street", "exclusions", body)
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.unit").value(STREET))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);

    ask("street", "exclusions", body).andExpect(status().isOk()).andExpect(content().json(first));
    ask("street", "exclusions", body.replace("附件", "材料")).andExpect(status().isConflict());
    ask("street", "exclusions", body(file, "malicious", "")).andExpect(status().isConflict());
    ask("street", "exclusions/" + json.readTree(first).get("id").asText(), null)
        .andExpect(status().isOk())
        .andExpect(content().json(first));
  }

  @Test
  void leavesNoCaseOutThatHasNoResultYet() throws Exception {
    CaseFile open = cases.of(null);
    CaseFile unanswered = cases.unanswered(cases.of(null));

    for (CaseFile file : List.of(open, unanswered)) {
      ask("street", "exclusions", body(file, "beyondDuty", ""))
          .andExpect(status().isConflict())
          .andExpect(jsonPath("$.detail", containsString("called back and answered")));
    }
  }

  @Test
  void takesWhatIsSentTwiceAtOnceForOneRequest() throws Exception {
    String body =
        body(
            cases.good(cases.of(null)),
            "beyondDuty",
            "\"externalId\": \"" + UUID.randomUUID() + "\",");
    String key = key("street");
    AtomicReference<Future<String>> second = new AtomicReference<>();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      String first =
          transaction.execute(
              open -> {
                String answer = sent(key, body, status().isCreated());
                second.set(other.submit(() -> sent(key, body, status().isOk())));
                await().until(this::somebodyWaits);
                return answer;
              });

      assertThat(second.get().get()).isEqualTo(first);
    } finally {
      other.shutdown();
    }
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity
              where wait_event_type = 'Lock' and query like '%insert into registry.assessment_request%')\
            """)
        .query(Boolean.class)
        .single();
  }

  private String sent(String key, String body, ResultMatcher expected) {
    try {
      return api.perform(
              post("/api/exclusions")
                  .header("X-API-Key", key)
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(body))
          .andExpect(expected)
          .andReturn()
          .getResponse()
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesAnExclusionOnceTheFiguresAreFinal() throws Exception {
    CaseFile file = cases.good(cases.of(null));
    end();
    scene.finish(month);

    ask("street", "exclusions", body(file, "beyondDuty", ""))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("the figures of " + month + " are final"));
  }

  @Test
  void takesAnAppealAgainstPublishedFiguresOnly() throws Exception {
    CaseFile file = cases.bad(cases.of(null));
    end();
    ask("street", "appeals", body(file, "answerWrong", "")).andExpect(status().isConflict());
    scene.published(month);

    ask("street", "appeals", body(file, "answerWrong", ""))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.month").value(month.toString()));
    show("/requests")
        .andExpect(jsonPath("$[0].kind").value("appeal"))
        .andExpect(jsonPath("$[0].asked").value(1));
  }

  @ParameterizedTest
  @CsvSource({
    "street,      exclusions, 201",
    "centre,      exclusions, 201",
    "hotline,     exclusions, 403",
    "district,    exclusions, 403",
    "otherStreet, exclusions, 422",
  })
  void letsAUnitAskInItsOwnName(String who, String what, int status) throws Exception {
    ask(who, what, body(cases.good(cases.of(null)), "beyondDuty", ""))
        .andExpect(status().is(status));
  }

  @Test
  void namesEveryBadField() throws Exception {
    ask("street", "exclusions", "{\"caseNumber\": \"none\", \"ground\": \"mood\", \"colour\": 1}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors", hasSize(4)));
  }

  private ResultActions ask(String who, String what, String body) throws Exception {
    return body == null
        ? api.perform(get("/api/" + what).header("X-API-Key", key(who)))
        : api.perform(
            post("/api/" + what)
                .header("X-API-Key", key(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
  }

  private static String body(CaseFile file, String ground, String more) {
    return "{%s \"caseNumber\": \"%s\", \"ground\": \"%s\", \"evidence\": \"见附件\"}"
        .formatted(more, file.number(), ground);
  }
}
