package city.whistle.console.audit;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.VaultAccess;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** What auditors read of who did and saw what. */
@ConsoleTest
class AuditTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired ActionLog log;
  @Autowired AccessLog looks;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Person auditor;
  private Person supervisor;

  @BeforeEach
  void meet() {
    auditor = people.with(Role.AUDITOR);
    supervisor = people.with(Role.SUPERVISOR);
  }

  @Test
  void showsWhatSomebodyDidAndWhy() throws Exception {
    log.done(supervisor.id(), new Deed("urge", null, null, ""), "群众多次来电");

    show("who=" + supervisor.id())
        .andExpect(content().string(allOf(containsString("催办"), containsString("群众多次来电"))));
    show("who=somebody-else").andExpect(content().string(not(containsString("群众多次来电"))));
  }

  @Test
  void showsWhatWasRefusedAndByWhatWords() throws Exception {
    log.refused(supervisor.id(), new Deed("retry", null, 7L, "SignCase"), "再试", "no retries left");

    show("who=" + supervisor.id())
        .andExpect(content().string(containsString("被拒绝：no retries left")));
  }

  @Test
  void showsWhoSawWhichPartOfACase() throws Exception {
    String number = cases.open("路灯不亮");
    look(number, "回拨核实");

    show("kind=looks&number=" + number)
        .andExpect(content().string(allOf(containsString("电话"), containsString("回拨核实"))));
    show("kind=looks&who=somebody-else").andExpect(content().string(not(containsString("回拨核实"))));
    show("kind=looks&to=2020-01-01&number=" + number)
        .andExpect(content().string(not(containsString("回拨核实"))));
  }

  @Test
  void goesOnWhereAPageEnds() throws Exception {
    for (int i = 1; i <= 51; i++) {
      log.done(supervisor.id(), new Deed("urge", null, null, ""), "理由" + i + "号");
    }
    String page = show("who=" + supervisor.id()).andReturn().getResponse().getContentAsString();
    assertThat(page).contains("理由2号").doesNotContain("理由1号");

    String next = page.replaceAll("(?s).*href=\"(/audit[^\"]*before=[^\"]*)\".*", "$1");
    mvc.perform(get(URI.create(next.replace("&amp;", "&"))).with(as(auditor)))
        .andExpect(content().string(containsString("理由1号")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=yesterday", "to=2026-13-01", "number=20200101-999999"})
  void saysWhatOfAQuestionItDoesNotUnderstand(String question) throws Exception {
    show(question).andExpect(content().string(containsString("请改正以下内容")));
  }

  @Test
  void givesTheListAsAFile() throws Exception {
    log.done(supervisor.id(), new Deed("urge", null, null, ""), "=1+1");

    mvc.perform(get("/audit.csv?who=" + supervisor.id()).with(as(auditor)))
        .andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("催办"), containsString("'=1+1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update console.action set reason = 'x'",
        "delete from console.action",
        "truncate console.action"
      })
  void keepsEachLineForGood(String statement) {
    log.done(supervisor.id(), new Deed("urge", null, null, ""), "催办");

    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  private ResultActions show(String question) throws Exception {
    return mvc.perform(get("/audit?" + question).with(as(auditor))).andExpect(status().isOk());
  }

  private void look(String number, String reason) {
    UUID id = files.byNumber(number).orElseThrow().id();
    VaultAccess access =
        new VaultAccess(UUID.randomUUID(), "console:x", null, supervisor.id(), reason);
    transaction.executeWithoutResult(status -> looks.shown(id, "phone", access));
  }
}
