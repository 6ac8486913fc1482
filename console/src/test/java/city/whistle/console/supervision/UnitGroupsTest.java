package city.whistle.console.supervision;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.casefile.CaseFiles;
import io.camunda.client.CamundaClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What stands still, counted by districts and their units. */
@ConsoleTest
class UnitGroupsTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired CamundaClient client;

  @BeforeEach
  void abandonCasesOfTwoDistricts() throws Exception {
    abandon("110102", People.STREET);
    abandon("110105", "110105001");
  }

  private void abandon(String district, String street) throws Exception {
    Map<String, String> place = Map.of("districtCode", district, "streetCode", street);
    String number = cases.open("噪音扰民", Map.of("place", place));
    cases.task(number, "SignCase");
    long instance = files.byNumber(number).orElseThrow().processInstanceKey();
    client.newCancelInstanceCommand(instance).send().join();
  }

  @Test
  void putsUnitsTogetherByTheirDistricts() throws Exception {
    assertThat(pageOf(people.with(Role.SUPERVISOR)))
        .containsSubsequence("<b>西城区</b>", "展览路街道")
        .containsSubsequence("<b>朝阳区</b>", "建外街道");
  }

  @Test
  void showsADistrictWhatIsBelowItAlone() throws Exception {
    assertThat(pageOf(people.with(Role.SUPERVISOR, "110102")))
        .contains("展览路街道")
        .doesNotContain("朝阳区", "建外街道", "<details class=\"group\">");
  }

  private String pageOf(Person person) throws Exception {
    return mvc.perform(get("/supervision").with(as(person)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
