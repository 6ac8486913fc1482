package city.whistle.console.figures;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a lead sees of his unit's work. */
@ConsoleTest
class FiguresTest {

  private static final String STREET = "110102013";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CamundaClient client;
  @Autowired JdbcClient jdbc;

  private Person lead;
  private String number;
  private long key;

  @BeforeEach
  void openCase() throws Exception {
    lead = people.with(Role.LEAD, STREET);
    number = cases.openIn(STREET, "路灯不亮");
    key = cases.task(number, "SignCase");
  }

  @Test
  void opensEachFigureToTheCasesBehindIt() throws Exception {
    show("/figures").andExpect(content().string(containsString("which=open")));
    show("/figures/cases?which=open").andExpect(content().string(containsString(number)));
    show("/figures/cases?which=received").andExpect(content().string(containsString(number)));
    show("/figures/cases?which=late").andExpect(content().string(not(containsString(number))));
    show("/figures/cases?which=closed").andExpect(content().string(not(containsString(number))));
  }

  @Test
  void narrowsAListToACategory() throws Exception {
    show("/figures/cases?category=010204").andExpect(content().string(containsString(number)));
    show("/figures/cases?category=999999").andExpect(content().string(not(containsString(number))));
  }

  @Test
  void givesFiguresAndTheCasesBehindThemAwayAsFiles() throws Exception {
    show("/figures.csv").andExpect(content().string(containsString(",小区供电遗留纠纷,未办结,")));
    show("/figures/cases.csv?which=open")
        .andExpect(content().string(containsString(number + ",路灯不亮,")));
    show("/figures/cases.csv?which=late").andExpect(content().string(not(containsString(number))));
    show("/figures.xlsx")
        .andExpect(
            content()
                .contentTypeCompatibleWith(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    mvc.perform(get("/figures/cases.csv?which=all").with(as(lead)))
        .andExpect(status().isNotFound());
  }

  @Test
  void saysWhoHasWhatAndWhereToHandItOn() throws Exception {
    Person colleague = people.with(Role.HANDLER, STREET);
    client.newAssignUserTaskCommand(key).assignee(colleague.id()).send().join();

    show("/figures")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(colleague.name()),
                        containsString("/supervision/cases/" + number + "/tasks/" + key))));
  }

  @Test
  void showsNothingOfAnotherUnit() throws Exception {
    Person other = people.with(Role.LEAD, "110102001");

    mvc.perform(get("/figures/cases?which=open").with(as(other)))
        .andExpect(content().string(not(containsString(number))));
    mvc.perform(get("/figures?unit=" + STREET).with(as(other))).andExpect(status().isNotFound());
  }

  @Test
  void showsWhoseUnitIsNoMoreItsOwnFiguresByItsNameAndNothingOfTheCity() throws Exception {
    jdbc.sql(
            """
            insert into registry.unit (code, name, kind, parent_code, valid_from, valid_to, source)
            values ('110102996', '往日街道', 'street', '110102', '2020-01-01', '2024-01-01', 'a test')
            on conflict do nothing\
            """)
        .update();
    Person former = people.with(Role.LEAD, "110102996");

    mvc.perform(get("/figures").with(as(former)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("往日街道"),
                        not(containsString("· 110102996")),
                        not(containsString("东城区")))));
    mvc.perform(get("/figures?unit=110102").with(as(former))).andExpect(status().isNotFound());
    mvc.perform(get("/figures.csv?unit=110102").with(as(former))).andExpect(status().isNotFound());
  }

  @Test
  void showsAllDistrictsToWhoSeesTheWholeCity() throws Exception {
    Person city = people.with(Role.LEAD, null);

    mvc.perform(get("/figures?unit=110102").with(as(city))).andExpect(status().isOk());
  }

  @Test
  void countsNoReportForTheUnitThatItAccuses() throws Exception {
    jdbc.sql("update registry.case_file set accused_unit = ? where number = ?")
        .params(STREET, number)
        .update();

    show("/figures/cases?which=open").andExpect(content().string(not(containsString(number))));
  }

  @Test
  void knowsNoOtherFigures() throws Exception {
    mvc.perform(get("/figures/cases?which=best").with(as(lead))).andExpect(status().isNotFound());
  }

  private ResultActions show(String path) throws Exception {
    return mvc.perform(get(path).with(as(lead))).andExpect(status().isOk());
  }
}
