package city.whistle.workers.api;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.RegistryTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A filter that can't match anything is a mistake, and is said to be one. */
@RegistryTest
class ListFiltersApiTest {

  @Autowired private MockMvc api;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cases?unit=nope | unit | must be the code of a unit",
        "cases?status=open | status | must be one of received, registered, answered,",
        "cases?stuck=late | stuck | must be some of overdue,",
        "cases?statut=closed | statut | is no parameter of this call; there are cursor, from,",
        "cases?status=closed&status=answered | status | must be there once",
        "cases?from=2026-04-02T00:00:00Z&to=2026-04-01T00:00:00Z | from | must lie before to",
        "successions?unit=nope | unit | must be the code of a unit",
        "units?parent=nope | parent | must be the code of a unit",
        "units?kind=village | kind | must be one of city, district,",
        "units?on=2026-02-30 | on | must be a day such as",
        "notifications?state=lost | state | must be waiting,",
        "assessments/2026-03/cases?figure=dispatched&unit=nope | unit | must be the code of a unit",
        "assessments/2026-03/cases?figure=dispatched&unit=110102&category=99 | category | must be the code of a category",
        "assessments/2026-03?grupo=street | grupo | is no parameter of this call"
      })
  void namesTheFilterAndWhatWouldBeRight(String call, String field, String wanted)
      throws Exception {
    ask(call)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", hasItem(field)))
        .andExpect(jsonPath("$.errors[0].message", startsWith(wanted)));
  }

  @Test
  void listsTheOrganisationOfADay() throws Exception {
    ask("units?kind=district&on=1999-01-01").andExpect(jsonPath("$", hasSize(0)));
    ask("units?kind=district&on=2026-04-01").andExpect(jsonPath("$", hasSize(16)));
  }

  private ResultActions ask(String call) throws Exception {
    return api.perform(get(URI.create("/api/" + call)).header("X-API-Key", CaseApiTest.KEY));
  }
}
