package city.whistle.console.casepage;

import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class MergePageTest {

  private static final String STREET = "110106004";

  @Autowired private MockMvc mvc;
  @Autowired private Cases cases;
  @Autowired private People people;
  private Person dispatcher;

  @BeforeEach
  void dispatcherComes() {
    dispatcher = people.with(Role.DISPATCHER);
  }

  @Test
  void offersOpenCasesOfTheSameMatter() throws Exception {
    String leader = cases.openIn(STREET, "并案样例路灯不亮");
    String follower = cases.openIn(STREET, "并案样例路灯不亮");

    show(follower, "/merge")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("into-" + leader)))
        .andExpect(content().string(not(containsString("into-" + follower))));
  }

  @Test
  void mergesAndPartsAndShowsBothSides() throws Exception {
    String leader = cases.openIn(STREET, "并案样例井盖");
    String follower = cases.openIn(STREET, "并案样例井盖");
    cases.task(leader, "SignCase");

    send(follower, "/merge", leader, "同一个井盖").andExpect(redirectedUrl("/cases/" + follower));
    show(follower, "").andExpect(content().string(containsString("/cases/" + leader)));
    show(leader, "").andExpect(content().string(containsString("/cases/" + follower)));

    send(follower, "/part", "", "不是同一个").andExpect(redirectedUrl("/cases/" + follower));
    show(leader, "").andExpect(content().string(not(containsString("href=\"/cases/" + follower))));
  }

  @Test
  void saysWhyTwoCasesAreNotMerged() throws Exception {
    String file = cases.openIn(STREET, "并案样例积水");

    send(file, "/merge", file, "同一处")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("不能与自身并案")));
    send(file, "/merge", "no-such-case", "同一处")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("请选择一件工单")));
    send(file, "/part", "", "同一处").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void isForDispatchersAlone() throws Exception {
    String file = cases.openIn(STREET, "并案样例噪声");

    mvc.perform(get("/cases/{number}/merge", file).with(as(people.with(Role.HANDLER, STREET))))
        .andExpect(status().isForbidden());
  }

  private ResultActions show(String number, String page) throws Exception {
    return mvc.perform(get("/cases/" + number + page).with(as(dispatcher)));
  }

  private ResultActions send(String number, String page, String into, String reason)
      throws Exception {
    return mvc.perform(
        post("/cases/" + number + page)
            .param("other", into)
            .param("reason", reason)
            .with(as(dispatcher))
            .with(csrf()));
  }
}
