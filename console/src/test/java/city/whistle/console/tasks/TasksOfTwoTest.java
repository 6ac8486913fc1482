package city.whistle.console.tasks;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Two people and one task. */
@ConsoleTest
class TasksOfTwoTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;

  private Person first;
  private Person second;
  private String number;
  private long key;

  @BeforeEach
  void openCase() throws Exception {
    first = people.with(Role.HANDLER);
    second = people.with(Role.HANDLER);
    number = cases.open("路灯不亮");
    key = cases.task(number, "SignCase");
    send(first, "take").andExpect(redirectedUrl("/tasks/" + key));
  }

  @Test
  void tellsWhoHadItThatItWasTakenOverUntilHeHasReadIt() throws Exception {
    takeOver("同事请假");

    mvc.perform(get("/tasks").with(as(first)))
        .andExpect(
            content().string(allOf(containsString(second.name() + "接办了"), containsString("同事请假"))));
    send(first, "read").andExpect(redirectedUrl("/tasks"));
    mvc.perform(get("/tasks").with(as(first)))
        .andExpect(content().string(not(containsString("同事请假"))));
  }

  @Test
  void logsThatItWasTakenOver() throws Exception {
    takeOver("同事请假");

    assertThat(
            jdbc.sql(
                    "select what || ' ' || target || ' ' || reason || ' ' || done from console.action where case_number = ?")
                .param(number)
                .query(String.class)
                .single())
        .isEqualTo("takeOver SignCase: " + first.id() + " 同事请假 true");
  }

  @Test
  void tellsNothingToWhoTookItBack() throws Exception {
    takeOver("同事请假");
    mvc.perform(
        post("/tasks/{key}/take", key).param("reason", "已经销假").with(as(first)).with(csrf()));

    mvc.perform(get("/tasks").with(as(first)))
        .andExpect(content().string(not(containsString("同事请假"))));
    mvc.perform(get("/tasks").with(as(second))).andExpect(content().string(containsString("已经销假")));
  }

  @Test
  void givesItBackForAColleagueToTake() throws Exception {
    send(first, "give-back").andExpect(redirectedUrl("/tasks"));
    send(first, "give-back").andExpect(redirectedUrl("/tasks"));

    send(second, "take").andExpect(redirectedUrl("/tasks/" + key));
    send(first, "give-back").andExpect(redirectedUrl("/tasks"));
    complete(second).andExpect(redirectedUrl("/tasks/" + key + "/done"));
  }

  @Test
  void keepsWhatTheSecondSendsWhileTheFirstHasIt() throws Exception {
    mvc.perform(
            post("/tasks/{key}/complete", key)
                .param("values", "{\"note\": \"typed all the same\"}")
                .with(as(second))
                .with(csrf()))
        .andExpect(redirectedUrl("/tasks/" + key))
        .andExpect(flash().attribute("notice", Message.of("task.takenMeanwhile")));

    takeOver("同事请假");
    mvc.perform(get("/tasks/{key}", key).with(as(second)))
        .andExpect(content().string(containsString("typed all the same")));
  }

  @Test
  void tellsTheSecondWhoDidIt() throws Exception {
    complete(first);

    complete(second).andExpect(redirectedUrl("/tasks/" + key + "/done"));
    see(second, "/done").andExpect(content().string(containsString("由" + first.name() + "办理")));
    see(first, "/done").andExpect(content().string(not(containsString("由" + first.name()))));
  }

  @Test
  void showsTheSecondWhoHasItWithTheFormToRead() throws Exception {
    see(second, "")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(first.name() + " 已领取这件事"),
                        containsString("data-state=\"taken\""),
                        containsString("<task-form schema"))));
  }

  @Test
  void tellsAnOpenPageWhoHasItByNow() throws Exception {
    see(second, "/now").andExpect(content().string(containsString("data-state=\"taken\"")));
    send(first, "give-back");
    see(second, "/now").andExpect(content().string(containsString("data-state=\"free\"")));
    send(second, "take");
    complete(second);
    see(first, "/now")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("data-state=\"done\""),
                        containsString(second.name() + "已经办完这件事"))));
  }

  private void takeOver(String reason) throws Exception {
    mvc.perform(
            post("/tasks/{key}/take", key).param("reason", reason).with(as(second)).with(csrf()))
        .andExpect(redirectedUrl("/tasks/" + key));
  }

  private ResultActions see(Person person, String what) throws Exception {
    return mvc.perform(get("/tasks/" + key + what).with(as(person)));
  }

  private ResultActions complete(Person person) throws Exception {
    return mvc.perform(
        post("/tasks/{key}/complete", key).param("values", "{}").with(as(person)).with(csrf()));
  }

  private ResultActions send(Person person, String what) throws Exception {
    return mvc.perform(post("/tasks/{key}/{what}", key, what).with(as(person)).with(csrf()));
  }
}
