package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Opens cases, and shows them. */
class CaseApiTest extends CaseOpeningTest {

  @Test
  void opensACase() throws Exception {
    open(body(UUID.randomUUID().toString()))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.number").isNotEmpty())
        .andExpect(jsonPath("$.caseId").isNotEmpty())
        .andExpect(jsonPath("$.trackingCode").isNotEmpty());
  }

  @Test
  void answersTheSameToTheSameRequest() throws Exception {
    String body = body(UUID.randomUUID().toString());
    String first = open(body).andReturn().getResponse().getContentAsString();

    open(body).andExpect(status().isOk()).andExpect(content().json(first));
  }

  @Test
  void refusesAnotherBodyUnderTheSameExternalId() throws Exception {
    String body = body(UUID.randomUUID().toString());
    open(body);

    open(body.replace("供电", "供水"))
        .andExpect(status().isConflict())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void refusesACallerWithoutAKey() throws Exception {
    api.perform(get("/api/units")).andExpect(status().isUnauthorized());
  }

  @Test
  void showsNothingThatTheResidentGave() throws Exception {
    String number = number(open(body(UUID.randomUUID().toString())));

    api.perform(get("/api/cases/" + number).header("X-API-Key", KEY))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.title").value("展览路街道42、46号楼供电问题,请联系***"))
        .andExpect(jsonPath("$.status").value("received"));
  }

  @Test
  void startsATimelineWithTheReceipt() throws Exception {
    String number = number(open(body(UUID.randomUUID().toString())));

    api.perform(get("/api/cases/" + number + "/timeline").header("X-API-Key", KEY))
        .andExpect(jsonPath("$[*].what", contains("CaseReceived")));
  }

  @Test
  void doesNotKnowANumberThatIsNone() throws Exception {
    api.perform(get("/api/cases/20000101-000000").header("X-API-Key", KEY))
        .andExpect(status().isNotFound());
  }

  @Test
  void listsTheSubDistrictsOfADistrict() throws Exception {
    api.perform(get("/api/units?parent=110102&kind=street").header("X-API-Key", KEY))
        .andExpect(jsonPath("$", hasSize(15)));
  }

  @Test
  void notesHowManyPhotosWillFollow() throws Exception {
    String number =
        number(
            open(body(UUID.randomUUID().toString()).replaceFirst("\\{", "{\"attachments\": 3,")));

    api.perform(get("/api/cases/" + number + "/timeline").header("X-API-Key", KEY))
        .andExpect(jsonPath("$[0].details.attachments").value(3));
  }

  @Test
  void namesCasesOfTheSameMatter() throws Exception {
    String title = "路灯不亮" + UUID.randomUUID();
    String first = number(open(titled(title)));

    ResultActions second = open(titled(title + "。"));

    second.andExpect(jsonPath("$.similar", contains(first)));
    open(titled(title)).andExpect(jsonPath("$.similar", contains(number(second), first)));
    api.perform(get("/api/cases/" + number(second) + "/timeline").header("X-API-Key", KEY))
        .andExpect(jsonPath("$[0].details.similar", contains(first)));
  }

  @Test
  void namesEqualCasesThatComeAtOnceToEachOther() throws Exception {
    String title = "路灯不亮" + UUID.randomUUID();
    ExecutorService desks = Executors.newFixedThreadPool(3);

    List<Future<Integer>> opened = desks.invokeAll(Collections.nCopies(3, () -> similarTo(title)));
    desks.shutdown();

    assertThat(opened).extracting(Future::get).containsExactlyInAnyOrder(0, 1, 2);
  }

  private int similarTo(String title) throws Exception {
    String answer = open(titled(title)).andReturn().getResponse().getContentAsString();
    return answer.contains("similar") ? JsonPath.<List<?>>read(answer, "$.similar").size() : 0;
  }

  @Test
  void namesNoConfidentialCase() throws Exception {
    String title = "路灯不亮" + UUID.randomUUID();
    open(titled(title).replaceFirst("\\{", "{\"confidential\": true,"));

    open(titled(title)).andExpect(jsonPath("$.similar").doesNotExist());
  }

  @Test
  void keepsAReportConfidentialWhateverTheHotlineSays() throws Exception {
    String body =
        body(UUID.randomUUID().toString())
            .replace("\"kind\": \"complaint\"", "\"kind\": \"report\", \"confidential\": false");

    api.perform(get("/api/cases/" + number(open(body))).header("X-API-Key", KEY))
        .andExpect(jsonPath("$.confidential").value(true));
  }
}
