package city.whistle.console.live;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.MovedClock;
import city.whistle.console.People;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.timeline.Timeline;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Open pages hear of changes, of what their people may see. */
@ConsoleTest
class LiveTest {

  private static final String CHANGED = "event:changed";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Timeline timeline;
  @Autowired Accounts accounts;
  @Autowired LivePages pages;
  @Autowired MovedClock clock;

  private CaseFile file;
  private Person handler;

  @BeforeEach
  void openCase() throws Exception {
    file = files.byNumber(cases.open("道路积水")).orElseThrow();
    handler = people.with(Role.HANDLER);
    cases.task(file.number(), "SignCase");
  }

  @AfterEach
  void closePages() {
    pages.stop();
    pages.start();
  }

  @Test
  void tellsAPageAndTheListsOfItsUnitsWhatHappenedToACase() throws Exception {
    MockHttpServletResponse page = open("case:" + file.number(), handler);
    MockHttpServletResponse list = open("list", handler);
    MockHttpServletResponse elsewhere = open("list", people.with(Role.HANDLER, "110105001"));
    clock.pass(Duration.ofSeconds(5));
    timeline.append(file.id(), "system", "CaseUrged", "");

    await().until(() -> says(page) && says(list));
    assertThat(says(elsewhere)).isFalse();
  }

  @Test
  void tellsNobodyOfWhatHeMayNotSee() throws Exception {
    Person stranger = people.with(Role.HANDLER, "110105001");

    mvc.perform(get("/live?of=case:" + file.number()).with(as(stranger)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/live?of=anything").with(as(stranger))).andExpect(status().isNotFound());
  }

  @Test
  void hasRoomForSoManyPagesOfAPerson() throws Exception {
    for (int i = 0; i < LivePages.OF_A_PERSON_MAX; i++) {
      open("list", handler);
    }
    mvc.perform(get("/live?of=list").with(as(handler))).andExpect(status().isNoContent());
  }

  @Test
  void endsWithTheRights() throws Exception {
    open("case:" + file.number(), handler);
    assertThat(pages.size()).isEqualTo(1);
    accounts.end(handler.id(), handler.roles().get(0).id());
    clock.pass(Duration.ofSeconds(30));

    await().until(() -> pages.size() == 0);
  }

  @Test
  void beatsWhereNothingHappens() throws Exception {
    MockHttpServletResponse page = open("case:" + file.number(), handler);

    await()
        .until(
            () -> {
              // what still happens to the case is said instead of a beat
              clock.pass(Duration.ofSeconds(30));
              return page.getContentAsString().lines().anyMatch(line -> line.startsWith(":"));
            });
  }

  private MockHttpServletResponse open(String of, Person person) throws Exception {
    return mvc.perform(get("/live").param("of", of).with(as(person)))
        .andExpect(request().asyncStarted())
        .andReturn()
        .getResponse();
  }

  private static boolean says(MockHttpServletResponse page) throws Exception {
    return page.getContentAsString().contains(CHANGED);
  }
}
