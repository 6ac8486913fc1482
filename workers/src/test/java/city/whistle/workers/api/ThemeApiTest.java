package city.whistle.workers.api;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.theme.ThemeScene;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Months' themes as programs of the city read them. */
@RegistryTest
class ThemeApiTest {

  private static final long INSTANCE = 4503599627370901L;

  @Autowired private MockMvc api;
  @Autowired private ThemeScene scene;
  @Autowired private JdbcClient jdbc;

  private YearMonth month;

  @BeforeEach
  void haveAThemeAtWork() {
    scene.atWork(INSTANCE);
    month = scene.now();
  }

  @Test
  void showsAMonthsProblemsTasksAndRequestsBeforeAndAfter() throws Exception {
    read("/api/themes/" + month)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("working"))
        .andExpect(jsonPath("$.problems", hasSize(2)))
        .andExpect(jsonPath("$.units[?(@.leads)].code").value(hasItem(ThemeScene.LEAD)))
        .andExpect(jsonPath("$.tasks[0].target").value(40))
        .andExpect(jsonPath("$.tasks[0].measure").value("处"))
        .andExpect(jsonPath("$.tasks[0].reached").doesNotExist())
        .andExpect(jsonPath("$.requests[?(@.month=='" + month + "')]").exists());
  }

  @Test
  void listsTheLatestMonthFirstAndPageAfterPage() throws Exception {
    jdbc.sql(
            """
            insert into registry.theme (id, month, process_instance_key, begun_at, choose_until, work_until)
            values (gen_random_uuid(), ?, 1, now(), now(), now())\
            """)
        .param(month.minusMonths(1).atDay(1))
        .update();

    read("/api/themes?limit=1")
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].month").value(month.toString()))
        .andExpect(jsonPath("$.items[0].proposals").doesNotExist())
        .andExpect(jsonPath("$.cursor").value(month.toString()));
    read("/api/themes?limit=1&cursor=" + month)
        .andExpect(jsonPath("$.items[0].month").value(month.minusMonths(1).toString()))
        .andExpect(jsonPath("$.items[0].state").value("choosing"))
        .andExpect(jsonPath("$.cursor").doesNotExist());
    read("/api/themes?month=" + month)
        .andExpect(jsonPath("$.items[0].name").value("用水保障"))
        .andExpect(jsonPath("$.items", hasSize(1)));
  }

  @Test
  void listsNothingOfAMonthOrYearWithoutOne() throws Exception {
    for (String empty : new String[] {"month=2001-01", "month=2190-12", "year=1999"}) {
      read("/api/themes?" + empty)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.items", hasSize(0)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"month=2026-13", "month=next", "year=26", "month=2026-01&year=2026", "cursor=x"})
  void saysWhichPartOfAnOddQuestionIsWrong(String question) throws Exception {
    read("/api/themes?" + question)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001-01", "2026-13", "next"})
  void hasNoThemeOfAnOddOrEmptyMonth(String odd) throws Exception {
    read("/api/themes/" + odd).andExpect(status().isNotFound());
  }

  @Test
  void tellsPastYearsWithTheirSources() throws Exception {
    read("/api/themes/years")
        .andExpect(jsonPath("$[?(@.year==2022)].problems").value(hasItem(17)))
        .andExpect(jsonPath("$[?(!@.source)]").isEmpty());
  }

  private ResultActions read(String path) throws Exception {
    return api.perform(get(path).header("X-API-Key", CaseApiTest.KEY));
  }
}
