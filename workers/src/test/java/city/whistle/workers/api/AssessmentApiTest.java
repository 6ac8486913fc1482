package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;

/** The month's figures over the API; each test has a year of its own. */
@RegistryTest
class AssessmentApiTest extends AssessmentApiScene {

  @Autowired private Description description;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void forgetTakeovers() {
    jdbc.sql("delete from registry.unit_succession where source = 'test'").update();
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

  @Test
  void comparesAUnitWithWhatItAndThoseThatItTookOverHadBefore() throws Exception {
    cases.bad(cases.of(null));
    cases.good(cases.of(OTHER_STREET));
    publish(month);
    to(month.plusMonths(6));
    takesOver(OTHER_STREET, STREET);
    cases.good(cases.of(null));
    publish(month.plusMonths(6));
    month = month.plusMonths(6);

    show("?group=core")
        .andExpect(jsonPath("$.rows[0].unit").value(STREET))
        .andExpect(jsonPath("$.rows[0].sinceYearBegan.settled").value(50.0))
        .andExpect(jsonPath("$.rows[0].sinceYearBegan.including[0]").value(OTHER_STREET));
  }

  private void takesOver(String from, String to) {
    jdbc.sql(
            """
            insert into registry.unit_succession (from_code, to_code, on_day, kind, source)
            values (?, ?, ?, 'merged', 'test')\
            """)
        .params(from, to, month.plusMonths(3).atDay(1))
        .update();
  }

  @Test
  void countsAgainWhatAVersionKeepsAndSaysWhereItDiffers() throws Exception {
    cases.good(cases.of(null));
    cases.bad(cases.of(OTHER_STREET));
    publish(month);

    show("/check")
        .andExpect(jsonPath("$.callbacks").value(2))
        .andExpect(jsonPath("$.cellsApart").value(0))
        .andExpect(jsonPath("$.callbacksWithoutFact").value(0))
        .andExpect(jsonPath("$.factsApart").value(0));

    spoil("update registry.assessment_cell set settled = settled + 1 where unit_code = ?");
    spoil("update registry.callback_fact set settled = 'partly' where unit_code = ?");
    show("/check")
        .andExpect(jsonPath("$.cellsApart").value(1))
        .andExpect(jsonPath("$.factsApart").value(1));
    show("street", "/check").andExpect(status().isForbidden());
  }

  /** In the month at hand alone. */
  private void spoil(String update) {
    String of =
        update.contains("assessment_cell")
            ? " and assessment_id = (select a.id from registry.assessment a join"
                + " registry.assessment_run r on r.id = a.run_id where r.month = ?)"
            : " and recorded_at > ?";
    jdbc.sql(update + of).params(STREET, month.atDay(1)).update();
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
    show("street", "/whistles/behind?unit=" + OTHER_STREET + "&figure=blown")
        .andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?version=0",
        "/cases?figure=valid",
        "/cases?unit=110102009&figure=many",
        "/cases?unit=110102009&figure=valid&cursor=x",
        "/cases?unit=110102009&figure=valid&limit=0",
        "/cases?unit=110102009&figure=valid&category=x",
        "/whistles/behind?unit=110102009&figure=valid",
        "/whistles/behind?figure=blown"
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
        List.of(
            "",
            "/cases",
            "/trades/{unit}",
            "/whistles",
            "/whistles/behind",
            "/versions",
            "/requests")) {
      String query =
          switch (path) {
            case "/cases" -> "?group=street&unit=110102009&figure=valid";
            case "/whistles/behind" -> "?unit=110102009&figure=blown";
            default -> "";
          };
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

  private JsonNode tree(ResultActions shown) throws Exception {
    return json.readTree(
        shown.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
  }
}
