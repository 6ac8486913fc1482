package city.whistle.console.supervision;

import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import io.camunda.client.CamundaClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class CasePathTest {

  private static final String CALLS = "data-process=\"callback\"";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CamundaClient client;

  @Test
  void tellsWhichStepsACaseWentAndWhoDidThem() throws Exception {
    Person handler = people.with(Role.HANDLER);
    String number = cases.open("路灯不亮");
    complete(number, "SignCase", handler, Map.of());
    cases.task(number, "ContactResident");

    show(number, handler)
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("<bpmn-drawing"),
                        containsString("签收工单"),
                        containsString(handler.name()),
                        containsString("联系诉求人"),
                        containsString("停在这里"))));
  }

  @Test
  void keepsCallBacksFromWhoeverHandlesTheCase() throws Exception {
    Person handler = people.with(Role.HANDLER);
    String number = cases.open("路灯不亮");
    complete(number, "SignCase", handler, Map.of());
    complete(number, "ContactResident", handler, Map.of("contactResult", "reached"));
    complete(number, "HandleCase", handler, Map.of("outcome", "settled"));
    complete(
        number,
        "ReplyResident",
        handler,
        Map.of("reply", Map.of("text", "已修复", "channel", "phone")));
    cases.task(number, "CallResident");

    show(number, people.with(Role.SUPERVISOR)).andExpect(content().string(containsString(CALLS)));
    show(number, handler).andExpect(content().string(not(containsString(CALLS))));
  }

  @Test
  void isNotThereForAnotherUnit() throws Exception {
    String number = cases.open("路灯不亮");

    show(number, people.with(Role.HANDLER, "110102001")).andExpect(status().isNotFound());
  }

  private void complete(String number, String step, Person person, Map<String, Object> values) {
    long task = cases.task(number, step);
    client.newAssignUserTaskCommand(task).assignee(person.id()).send().join();
    client.newCompleteUserTaskCommand(task).variables(values).send().join();
  }

  private ResultActions show(String number, Person person) throws Exception {
    return mvc.perform(get("/cases/{number}/path", number).with(as(person)));
  }
}
