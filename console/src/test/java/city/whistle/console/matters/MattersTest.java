package city.whistle.console.matters;

import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Role;
import city.whistle.workers.burst.Bursts;
import city.whistle.workers.burst.Matter;
import city.whistle.workers.burst.MatterStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class MattersTest {

  private static final String STREET = "110107003";

  @Autowired private MockMvc mvc;
  @Autowired private Cases cases;
  @Autowired private People people;
  @Autowired private Bursts bursts;
  @Autowired private MatterStore matters;

  @Test
  void showSupervisorsABurstWithItsCases() throws Exception {
    String number = null;
    for (int n = 0; n < 7; n++) {
      number = cases.openIn(STREET, "集中诉求样例" + n);
    }
    bursts.look();
    Matter matter = matters.list(List.of(STREET), true, 1).get(0);
    var supervisor = as(people.with(Role.SUPERVISOR));

    mvc.perform(get("/matters").with(supervisor))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/matters/" + matter.number())));
    mvc.perform(get("/matters/{number}", matter.number()).with(supervisor))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/cases/" + number)));
    mvc.perform(get("/matters/M-none").with(supervisor)).andExpect(status().isNotFound());
    mvc.perform(get("/matters").with(as(people.with(Role.HANDLER))))
        .andExpect(status().isForbidden());
  }
}
