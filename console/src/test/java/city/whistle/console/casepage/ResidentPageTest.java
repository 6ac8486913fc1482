package city.whistle.console.casepage;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class ResidentPageTest {

  private static final String PHONE = "13800000000";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Timeline timeline;

  @Test
  void showsThePhoneForAReasonThatTheTimelineKeeps() throws Exception {
    String number = signable(Map.of());
    Person handler = people.with(Role.HANDLER);

    show(number, handler, "phone", "联系诉求人")
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(content().string(containsString("tel:" + PHONE)));

    TimelineEntry last =
        timeline.newest(files.byNumber(number).orElseThrow().id(), Integer.MAX_VALUE, 1).get(0);
    assertThat(last.what()).isEqualTo("ResidentRevealed");
    assertThat(last.who()).isEqualTo(handler.id());
    assertThat(last.why()).isEqualTo("联系诉求人");
  }

  @Test
  void showsOnePartAlone() throws Exception {
    show(signable(Map.of()), people.with(Role.HANDLER), "phone", "联系诉求人")
        .andExpect(content().string(not(containsString("李某某"))));
  }

  @Test
  void asksForAReason() throws Exception {
    show(signable(Map.of()), people.with(Role.HANDLER), "phone", " ")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(not(containsString(PHONE))));
  }

  @Test
  void keepsTheNameOfAConfidentialCaseFromItsOwner() throws Exception {
    show(signable(Map.of("confidential", true)), people.with(Role.HANDLER), "name", "联系诉求人")
        .andExpect(status().isForbidden())
        .andExpect(content().string(allOf(not(containsString("李某某")), containsString("alert"))));
  }

  @Test
  void isNotThereForAnotherUnit() throws Exception {
    show(signable(Map.of()), people.with(Role.HANDLER, "110102001"), "phone", "联系诉求人")
        .andExpect(status().isNotFound());
  }

  private String signable(Map<String, ?> more) throws Exception {
    String number = cases.open("路灯不亮", more);
    cases.task(number, "SignCase");
    return number;
  }

  private ResultActions show(String number, Person person, String part, String reason)
      throws Exception {
    return mvc.perform(
        post("/cases/{number}/resident", number)
            .param("part", part)
            .param("reason", reason)
            .with(as(person))
            .with(csrf()));
  }
}
