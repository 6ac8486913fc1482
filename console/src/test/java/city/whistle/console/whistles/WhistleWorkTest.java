package city.whistle.console.whistles;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the pages tell of a whistle while its units are at it. */
@ConsoleTest
class WhistleWorkTest {

  private static final String UNIT = "fire";
  private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]*)\"");

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;

  private Person street;
  private Person unit;
  private String number;

  @BeforeEach
  void unitIsOnSite() throws Exception {
    street = people.with(Role.HANDLER);
    unit = people.with(Role.HANDLER, UNIT);
    number = blown();
    complete("SignSummons", "{}");
    complete(
        "ReportOnSite", "{\"arrival\": {\"place\": \"门前\", \"rank\": \"leader\", \"people\": 2}}");
  }

  @Test
  void tellsOfAUnitThatItCannotDoItsPart() throws Exception {
    complete("DoPart", "{\"part\": {\"result\": \"unable\", \"note\": \"没有设备\"}}");

    assertThat(page("/whistles/" + number)).contains("无法完成").doesNotContain("已完成");
    assertThat(page("/whistles")).contains("无法完成");
  }

  @Test
  void showsWhoReleasesWhatIsDoneByNow() throws Exception {
    String release = "/tasks/" + cases.task(number, "ReleaseUnits");
    assertThat(page(release)).contains("&#34;doneUnits&#34;:[]");

    complete("DoPart", "{\"part\": {\"result\": \"done\"}}");

    await()
        .untilAsserted(
            () ->
                assertThat(page(release + "/now"))
                    .contains("&#34;doneUnits&#34;:[&#34;fire&#34;]"));
  }

  @Test
  void isWorkOfItsSubDistrict() throws Exception {
    cases.task(number, "DoPart", "department:" + UNIT);

    assertThat(page("/tasks?street=" + People.STREET, unit)).contains(number);
    assertThat(page("/tasks?street=110102001", unit)).doesNotContain(number);
  }

  private void complete(String step, String values) throws Exception {
    long key = cases.task(number, step, "department:" + UNIT);
    mvc.perform(
            post("/tasks/{key}/complete", key).param("values", values).with(as(unit)).with(csrf()))
        .andExpect(redirectedUrl("/tasks/" + key + "/done"));
  }

  private String page(String path) throws Exception {
    return page(path, street);
  }

  private String page(String path, Person person) throws Exception {
    return mvc.perform(get(URI.create(path)).with(as(person)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private String blown() throws Exception {
    String ticket = UUID.randomUUID().toString();
    Matcher foreseen = FORESEEN.matcher(sent("/whistles/new/check", ticket, ""));
    assertThat(foreseen.find()).isTrue();
    String path = sent("/whistles/new", ticket, foreseen.group(1));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where it leads; where it leads nowhere, what it shows. */
  private String sent(String path, String ticket, String foreseen) throws Exception {
    var answer =
        mvc.perform(
                post(path)
                    .param("ticket", ticket)
                    .param("kind", "emergency")
                    .param("place", "车公庄大街 9 号门前")
                    .param("reason", "路面塌陷 " + ticket)
                    .param("units", UNIT)
                    .param("foreseen", foreseen)
                    .with(as(street))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    String location = answer.getHeader("Location");
    return location == null ? answer.getContentAsString() : location;
  }
}
