package city.whistle.console.casepage;

import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class CasePageTest {

  private static final String OTHER_STREET = "110102001";
  private static final String HIDDEN_CALLS = "承办单位看不到";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;

  @Test
  void showsWhereACaseStandsAndWhatIsToDo() throws Exception {
    String number = cases.open("井盖响声扰民");
    long task = cases.task(number, "SignCase");

    show(number, people.with(Role.HANDLER))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("井盖响声扰民"),
                        containsString("办理中"),
                        containsString("/tasks/" + task),
                        containsString("15 天级"),
                        containsString("系统 2 步"))));
  }

  @Test
  void givesAUnitsOpenCasesAwayWithoutAnythingOfResidents() throws Exception {
    String number = cases.open("=1+1 井盖");
    cases.task(number, "SignCase");

    mvc.perform(get("/cases.csv").with(as(people.with(Role.HANDLER))))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(number + ",'=1+1 井盖"),
                        not(containsString("李某某")),
                        not(containsString("138")))));
    mvc.perform(get("/cases.csv").with(as(people.with(Role.HANDLER, OTHER_STREET))))
        .andExpect(content().string(not(containsString(number))));
  }

  @Test
  void offersATaskOnlyToThoseWhoMayDoIt() throws Exception {
    String number = cases.open("井盖响声扰民");
    long task = cases.task(number, "SignCase");

    show(number, people.with(Role.AGENT))
        .andExpect(
            content().string(allOf(containsString("签收工单"), not(containsString("/tasks/" + task)))));
  }

  @Test
  void isNotThereForAnotherUnit() throws Exception {
    String number = cases.open("井盖响声扰民");
    cases.task(number, "SignCase");

    show(number, people.with(Role.HANDLER, OTHER_STREET)).andExpect(status().isNotFound());
    show(number, people.with(Role.LEAD, "xicheng-power")).andExpect(status().isNotFound());
  }

  @Test
  void isThereForTheDistrictAboveItsOwner() throws Exception {
    String number = cases.open("井盖响声扰民");
    cases.task(number, "SignCase");

    show(number, people.with(Role.HANDLER, "110102")).andExpect(status().isOk());
    show(number, people.with(Role.HANDLER, "110105")).andExpect(status().isNotFound());
  }

  @Test
  void isNotThereForTheUnitThatAReportAccuses() throws Exception {
    String number = cases.open("举报", Map.of("kind", "report", "accusedUnit", People.STREET));
    cases.task(number, "ConsultDispatch");

    show(number, people.with(Role.HANDLER)).andExpect(status().isNotFound());
    show(number, people.with(Role.DISPATCHER)).andExpect(status().isOk());
  }

  @Test
  void hidesCallbacksFromWhoHandlesTheCase() throws Exception {
    String number = cases.open("井盖响声扰民");
    cases.task(number, "SignCase");

    show(number, people.with(Role.HANDLER))
        .andExpect(content().string(containsString(HIDDEN_CALLS)));
    show(number, people.with(Role.AGENT))
        .andExpect(content().string(not(containsString(HIDDEN_CALLS))));
  }

  @Test
  void findsACaseByItsNumber() throws Exception {
    String number = cases.open("井盖响声扰民");
    cases.task(number, "SignCase");

    mvc.perform(get("/cases").param("number", " " + number + " ").with(as(people.with(Role.AGENT))))
        .andExpect(redirectedUrl("/cases/" + number));
    mvc.perform(
            get("/cases").param("number", number).with(as(people.with(Role.HANDLER, OTHER_STREET))))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("没有工单 " + number)));
  }

  private ResultActions show(String number, Person person) throws Exception {
    return mvc.perform(get("/cases/{number}", number).with(as(person)));
  }
}
