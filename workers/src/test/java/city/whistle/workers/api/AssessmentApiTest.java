package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.AssessmentScene;
import city.whistle.workers.casefile.CaseFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The month's figures over the API; each test has a year of its own. */
@RegistryTest
class AssessmentApiTest {

  private static final String STREET = "110102009";
  private static final String OTHER_STREET = "110102001";
  private static YearMonth next = YearMonth.parse("2060-01");

  @Autowired private MockMvc api;
  @Autowired private ApiClients clients;
  @Autowired private AssessmentScene scene;
  @Autowired private AnsweredCases cases;
  @Autowired private Description description;
  @Autowired private SteppedClock clock;
  @Autowired private ObjectMapper json;

  private YearMonth month;
  private Instant before;

  @BeforeEach
  void goToAYearOfItsOwn() {
    before = clock.instant();
    month = next;
    next = next.plusYears(1);
    to(month);
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  @Test
  void showsARankingWithWhatItRestsOn() throws Exception {
    cases.good(cases.of(null));
    cases.bad(cases.of(OTHER_STREET));
    publish(month);

    show("?group=street")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version.state").value("published"))
        .andExpect(jsonPath("$.version.policy").value("2019-1"))
        .andExpect(jsonPath("$.rows", hasSize(343)))
        .andExpect(jsonPath("$.rows[0].unit").value(STREET))
        .andExpect(jsonPath("$.rows[0].rank").value(1))
        .andExpect(jsonPath("$.rows[0].score.points").value(100.0))
        .andExpect(jsonPath("$.rows[0].counts.valid").value(1))
        .andExpect(jsonPath("$.rows[1].unit").value(OTHER_STREET))
        .andExpect(jsonPath("$.rows[2].rank").doesNotExist())
        .andExpect(jsonPath("$.weights.settled").value(50));
  }

  @Test
  void showsTheChangeSinceTheYearBeganInPoints() throws Exception {
    cases.good(cases.of(null));
    cases.bad(cases.of(null));
    publish(month);
    to(month.plusMonths(6));
    cases.good(cases.of(null));
    publish(month.plusMonths(6));
    month = month.plusMonths(6);

    show("")
        .andExpect(jsonPath("$.pooled.sinceYearBegan.settled").value(50.0))
        .andExpect(jsonPath("$.pooled.sinceYearBegan.significant").value(false))
        .andExpect(jsonPath("$.pooled.sinceMonthBefore").doesNotExist());
  }

  @ParameterizedTest
  @CsvSource({
    // who, status of the draft, rows of it, status of what is published
    "centre,  200, 343, 200",
    "hotline, 404, 0,   200",
    "street,  200, 1,   200",
    "district,200, 15,  200",
  })
  void showsADraftToTheCentreAndToEachUnitItsOwn(String who, int draft, int rows, int later)
      throws Exception {
    cases.good(cases.of(null));
    end();
    scene.provisional(month);

    ResultActions shown = show(who, "?group=street").andExpect(status().is(draft));
    if (draft == 200) {
      shown.andExpect(jsonPath("$.rows", hasSize(rows)));
    }
    scene.published(month);
    show(who, "?group=street")
        .andExpect(status().is(later))
        .andExpect(jsonPath("$.rows", hasSize(343)));
  }

  @Test
  void showsNoRankInAUnitsDraft() throws Exception {
    cases.good(cases.of(null));
    end();
    scene.provisional(month);

    show("street", "?group=street")
        .andExpect(jsonPath("$.rows[0].score.points").value(100.0))
        .andExpect(jsonPath("$.rows[0].rank").doesNotExist())
        .andExpect(jsonPath("$.pooled").doesNotExist());
  }

  @Test
  void opensANumberPageByPage() throws Exception {
    for (int i = 0; i < 5; i++) {
      cases.bad(cases.of(null));
    }
    publish(month);

    Set<String> numbers = new HashSet<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page =
          tree(show("/cases?group=street&unit=" + STREET + "&figure=notSettled&limit=2" + cursor));
      page.get("items").forEach(item -> numbers.add(item.get("number").asText()));
      cursor = page.has("cursor") ? "&cursor=" + page.get("cursor").asText() : null;
      pages++;
    } while (cursor != null);

    assertThat(numbers).hasSize(5);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void withholdsCasesOfTheTradeThatTheDepartmentDoesNotSee() throws Exception {
    cases.good(cases.of(null, "030201"));
    cases.good(cases.of("housing", "030301"));
    publish(month);

    JsonNode page = tree(show("housing", "/cases?group=trade&unit=housing&figure=valid"));
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.get("withheld").asInt()).isEqualTo(1);
  }

  @Test
  void opensNoOthersNumbersToAUnit() throws Exception {
    cases.good(cases.of(OTHER_STREET));
    publish(month);

    show("street", "/cases?group=street&unit=" + OTHER_STREET + "&figure=valid")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("notYourFigures"));
  }

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?version=0",
        "/cases?figure=valid",
        "/cases?unit=110102009&figure=many",
        "/cases?unit=110102009&figure=valid&cursor=x",
        "/cases?unit=110102009&figure=valid&limit=0",
        "/cases?unit=110102009&figure=valid&category=x"
      })
  void saysWhatIsWrongWithAQuery(String query) throws Exception {
    publish(month);

    show(query).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void knowsNoMonthBeforeItIsPublished() throws Exception {
    show("").andExpect(status().isNotFound());
    show("?version=7").andExpect(status().isNotFound());
    publish(month);
    show("?group=none").andExpect(status().isNotFound());
    show("/cases?group=none&unit=110102&figure=valid").andExpect(status().isNotFound());
    show("/trades/nobody").andExpect(status().isNotFound());
  }

  @Test
  void answersAsItIsDescribed() throws Exception {
    cases.good(cases.of(null, "030201"));
    cases.bad(cases.of("housing", "030301"));
    publish(month);
    Schemas schemas = new Schemas(description.document());

    for (String path :
        List.of("", "/cases", "/trades/{unit}", "/whistles", "/versions", "/requests")) {
      String query = path.equals("/cases") ? "?group=street&unit=110102009&figure=valid" : "";
      MockHttpServletResponse answer =
          show(path.replace("{unit}", "housing") + query).andReturn().getResponse();
      JsonNode schema =
          description
              .document()
              .at(
                  "/paths/"
                      + ("/api/assessments/{month}" + path).replace("/", "~1")
                      + "/get/responses/200/content/application~1json/schema");
      assertThat(answer.getStatus()).as(path).isEqualTo(200);
      assertThat(
              schemas.problems(
                  schema, json.readTree(answer.getContentAsString(StandardCharsets.UTF_8))))
          .as(path)
          .isEmpty();
    }
  }

  private void publish(YearMonth of) {
    end(of);
    scene.published(of);
  }

  private void end() {
    end(month);
  }

  private void end(YearMonth of) {
    clock.set(Instant.parse(of + "-18T16:00:00Z"));
  }

  private void to(YearMonth of) {
    clock.set(Instant.parse(of + "-02T04:00:00Z"));
  }

  private ResultActions show(String more) throws Exception {
    return show("centre", more);
  }

  private ResultActions show(String who, String more) throws Exception {
    return api.perform(get("/api/assessments/" + month + more).header("X-API-Key", key(who)));
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

  private String key(String who) {
    String unit =
        switch (who) {
          case "street" -> STREET;
          case "otherStreet" -> OTHER_STREET;
          case "district" -> "110102";
          case "housing" -> "housing";
          default -> null;
        };
    EnumSet<Scope> scopes = EnumSet.of(Scope.READ, Scope.ASSESS);
    if (who.equals("centre")) {
      scopes.add(Scope.SUPERVISE);
    }
    String id = "assessment-" + who;
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(id, id, scopes, unit), key);
    return key;
  }

  private JsonNode tree(ResultActions shown) throws Exception {
    return json.readTree(
        shown.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
  }
}
