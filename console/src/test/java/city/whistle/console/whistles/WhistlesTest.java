package city.whistle.console.whistles;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.MovedClock;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Blowing a whistle without a case, and seeing who comes. */
@ConsoleTest
class WhistlesTest {

  private static final String UNIT = "fire";
  private static final String OTHER = "urban-management";
  private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]*)\"");

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired MovedClock clock;

  private Person handler;
  private String reason;

  @BeforeEach
  void somebody() {
    handler = people.with(Role.HANDLER);
    reason = "路面塌陷 " + UUID.randomUUID();
  }

  @Test
  void showsWhomItCallsBeforeItBlows() throws Exception {
    mvc.perform(form("/whistles/new/check").with(as(handler)).with(csrf()))
        .andExpect(content().string(allOf(containsString("立即通知各单位"), containsString("内签收"))));
  }

  @Test
  void wantsThatToHaveBeenSeen() throws Exception {
    mvc.perform(form("/whistles/new").with(as(handler)).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("请先看清将召集哪些单位")));
  }

  @Test
  void saysAtItsFieldWhatIsMissing() throws Exception {
    mvc.perform(
            post("/whistles/new")
                .param("ticket", UUID.randomUUID().toString())
                .with(as(handler))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("请选择哨类"),
                        containsString("请填写地点"),
                        containsString("请填写事由"),
                        containsString("请选择 1 至 50 个单位"))));
  }

  @Test
  void findsUnitsByPartsOfTheirNames() throws Exception {
    mvc.perform(post("/whistles/new/check").param("words", "西城 新街口").with(as(handler)).with(csrf()))
        .andExpect(content().string(containsString("新街口街道")));
  }

  @Test
  void takesNoWildCardsInAName() throws Exception {
    mvc.perform(post("/whistles/new/check").param("words", "%_").with(as(handler)).with(csrf()))
        .andExpect(content().string(containsString("没有找到")));
  }

  @Test
  void letsASubDistrictAloneWhistle() throws Exception {
    Person department = people.with(Role.HANDLER, UNIT);

    mvc.perform(get("/whistles/new").with(as(department))).andExpect(status().isForbidden());
    mvc.perform(form("/whistles/new").with(as(department)).with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void tellsSubDistrictsOfOneNameApartByTheirDistricts() throws Exception {
    mvc.perform(get("/whistles").with(as(people.with(Role.SUPERVISOR))))
        .andExpect(
            content()
                .string(
                    allOf(
                        matchesPattern(ofDistrict("朝阳区", "八里庄街道")),
                        matchesPattern(ofDistrict("海淀区", "八里庄街道")))));
  }

  private static Pattern ofDistrict(String district, String street) {
    return Pattern.compile(
        ".*<optgroup label=\"%s\">((?!optgroup).)*%s.*".formatted(district, street),
        Pattern.DOTALL);
  }

  @Test
  void blowsOnceHoweverOftenTheFormIsSent() throws Exception {
    MockHttpServletRequestBuilder form = seen();
    String first = sent(form).andReturn().getResponse().getHeader("Location");
    String second = sent(form).andReturn().getResponse().getHeader("Location");

    assertThat(first).matches("/whistles/.+").isEqualTo(second);
  }

  @Test
  void showsWhoWasCalledAndIsLate() throws Exception {
    String path = blown();
    assertThat(list("/whistles")).contains(reason).contains("待签收");

    clock.pass(Duration.ofMinutes(11));
    assertThat(list("/whistles?late")).contains(reason).contains("未签收");
    assertThat(list("/whistles?state=past")).doesNotContain(reason);
    assertThat(list("/whistles?kind=keyWork")).doesNotContain(reason);
    assertThat(list(path)).contains("发出哨单");
  }

  @Test
  void isKnownToWhoWasCalledAndTheDistrictAndNobodyElse() throws Exception {
    String path = blown();

    for (Person knows :
        new Person[] {
          people.with(Role.LEAD, UNIT),
          people.with(Role.SUPERVISOR, "110102"),
          people.with(Role.AUDITOR)
        }) {
      page(path, knows).andExpect(status().isOk());
      page("/whistles", knows).andExpect(content().string(containsString(reason)));
    }
    Person other = people.with(Role.HANDLER, "110105001");
    page(path, other).andExpect(status().isNotFound());
    page("/whistles", other).andExpect(content().string(not(containsString(reason))));
  }

  @Test
  void callsOneUnitMore() throws Exception {
    String path = blown();

    added(path, OTHER).andExpect(redirectedUrl(path));
    await().untilAsserted(() -> assertThat(list(path)).contains("城市管理委员会"));
    added(path, OTHER).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void addsNothingForWhoWasOnlyCalled() throws Exception {
    mvc.perform(
            post(blown() + "/units")
                .param("unitCode", OTHER)
                .with(as(people.with(Role.LEAD, UNIT)))
                .with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void pagesThroughPastAndRunningOnes() throws Exception {
    for (int i = 0; i < 21; i++) {
      sent(seen());
    }
    Matcher next = Pattern.compile("/whistles\\?after=[0-9A-Z-]+").matcher(list("/whistles"));
    assertThat(next.find()).isTrue();
    assertThat(list(next.group())).contains("class=\"whistle\"");
  }

  @Test
  void givesTheListAwayAsItIsFiltered() throws Exception {
    blown();

    assertThat(list("/whistles.csv?kind=emergency")).startsWith("\uFEFF编号,").contains(reason);
    assertThat(list("/whistles.csv?kind=keyWork")).doesNotContain(reason);
  }

  private String blown() throws Exception {
    String path = sent(seen()).andReturn().getResponse().getHeader("Location");
    await().untilAsserted(() -> assertThat(list(path)).contains("发出哨单"));
    return path;
  }

  private ResultActions sent(MockHttpServletRequestBuilder form) throws Exception {
    return mvc.perform(form).andExpect(status().isSeeOther());
  }

  /** The form as its page has foretold it. */
  private MockHttpServletRequestBuilder seen() throws Exception {
    String page =
        mvc.perform(form("/whistles/new/check").with(as(handler)).with(csrf()))
            .andReturn()
            .getResponse()
            .getContentAsString();
    Matcher foreseen = FORESEEN.matcher(page);
    assertThat(foreseen.find()).isTrue();
    return form("/whistles/new")
        .param("foreseen", foreseen.group(1))
        .with(as(handler))
        .with(csrf());
  }

  private MockHttpServletRequestBuilder form(String path) {
    return post(path)
        .param("ticket", UUID.randomUUID().toString())
        .param("kind", "emergency")
        .param("place", "车公庄大街 9 号门前")
        .param("reason", reason)
        .param("units", UNIT);
  }

  private ResultActions added(String path, String unit) throws Exception {
    return mvc.perform(
        post(path + "/units").param("unitCode", unit).with(as(handler)).with(csrf()));
  }

  private String list(String path) throws Exception {
    return page(path, handler)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private ResultActions page(String path, Person person) throws Exception {
    return mvc.perform(get(path).with(as(person)));
  }
}
