package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegistryTest
class CaseListApiTest {

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;

  @Test
  void goesThroughAllCasesPageByPage() throws Exception {
    clock.add(Duration.ofDays(1));
    List<String> opened =
        List.of(registry.opened().number(), registry.opened().number(), registry.opened().number());
    List<String> seen = new ArrayList<>();
    String cursor = "";

    while (cursor != null) {
      String page =
          list("?limit=2" + today() + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .andReturn()
              .getResponse()
              .getContentAsString();
      seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].number"));
      cursor = (String) JsonPath.<java.util.Map<String, Object>>read(page, "$").get("cursor");
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(opened);
  }

  @Test
  void findsTheCasesOfAUnit() throws Exception {
    clock.add(Duration.ofDays(1));
    CaseFile dispatched = registry.dispatched();
    registry.opened();

    list("?status=dispatched&unit=110102009" + today())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].number").value(dispatched.number()))
        .andExpect(jsonPath("$.items[0].owner.name").value("展览路街道"));
  }

  @Test
  void namesEveryCriterionThatIsWrong() throws Exception {
    list("?status=sleeping&from=yesterday&cursor=x&limit=1000")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[*].field", containsInAnyOrder("status", "from", "cursor", "limit")));
  }

  /** Other tests open cases in years to come. */
  private String today() {
    return "&from=" + clock.instant() + "&to=" + clock.instant().plus(Duration.ofDays(1));
  }

  private ResultActions list(String query) throws Exception {
    return api.perform(get("/api/cases" + query).header("X-API-Key", CaseApiTest.KEY));
  }
}
