package city.whistle.console.supervision;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
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
import city.whistle.console.audit.Action;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.AuditFilter;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A supervisor moves an instance from one step to another. */
@ConsoleTest
class MoveTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired ActionLog log;
  @Autowired Timeline timeline;
  @Autowired CamundaClient client;

  private Person supervisor;
  private String number;
  private CaseFile file;
  private long task;

  @BeforeEach
  void openCase() throws Exception {
    supervisor = people.with(Role.SUPERVISOR);
    number = cases.open("井盖缺失");
    task = cases.task(number, "SignCase");
    file = files.byNumber(number).orElseThrow();
  }

  @Test
  void saysBeforehandWhatEndsWhatBeginsAndWhatIsLeftOut() throws Exception {
    Person handler = people.with(Role.HANDLER, People.STREET);
    client.newAssignUserTaskCommand(task).assignee(handler.id()).send().join();

    preview(element("SignCase"), "HandleCase")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("“签收工单”的任务取消；" + handler.name() + " 会收到通知"),
                        containsString("不再等待“签收超时”"),
                        containsString("“办理诉求”从头开始"),
                        containsString("跳过“签收工单”：工单里没有它的记录"),
                        containsString("跳过“联系诉求人”"),
                        not(containsString("跳过“办理诉求”")),
                        not(containsString("现在没有值")))));
    assertThat(active()).contains("SignCase").doesNotContain("HandleCase");
  }

  @Test
  void movesWithAReasonThatIsKeptAndTellsWhoHadTheTask() throws Exception {
    long from = element("SignCase");

    move(from, "HandleCase", "").andExpect(status().isUnprocessableEntity());
    assertThat(active()).doesNotContain("HandleCase");
    move(from, "HandleCase", "系统外已签收联系").andExpect(redirectedUrl(path()));

    cases.task(number, "HandleCase");
    assertThat(log.list(AuditFilter.ofCase(number), 10))
        .extracting(Action::what, Action::target)
        .containsExactly(tuple("move", "SignCase → HandleCase"));
    assertThat(timeline.of(file.id(), 0, 50))
        .extracting(TimelineEntry::what)
        .contains("TokenMoved", "TaskEnded");
  }

  @Test
  void movesNothingTwice() throws Exception {
    long from = element("SignCase");
    move(from, "ContactResident", "已签收").andExpect(redirectedUrl(path()));
    cases.task(number, "ContactResident");

    move(from, "ContactResident", "已签收")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("期间已经结束")));
    assertThat(active()).containsOnlyOnce("ContactResident");
  }

  @Test
  void leavesTheClockOfARoundAndWhatACallKeepsAlone() throws Exception {
    preview(element("LimitsChanged"), "HandleCase")
        .andExpect(content().string(containsString("工单的时限在这里计时")));
    preview(element("SignCase"), "SuspendCase")
        .andExpect(content().string(containsString("不能改到“挂账”")));
    preview(element("SignCase"), "ArchiveCase")
        .andExpect(content().string(containsString("两步不在同一轮")));
    move(element("SignCase"), "CoHandle", "试试").andExpect(status().isUnprocessableEntity());
    assertThat(active()).contains("SignCase", "LimitsChanged");
  }

  @Test
  void asksWhereTo() throws Exception {
    preview(element("SignCase"), "").andExpect(content().string(containsString("请选择改到哪个步骤")));
    mvc.perform(get(path() + "/move").with(as(supervisor)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("签收工单")));
  }

  @Test
  void movesAnInstanceOfNoCaseOutOfItsIncident() throws Exception {
    long instance = HinderedProcess.start(client);
    long choose = element(instance, "Choose");
    String at = "/supervision/instances/" + instance;

    mvc.perform(
            get(at + "/move")
                .param("from", String.valueOf(choose))
                .param("to", "Choose")
                .with(as(supervisor)))
        .andExpect(content().string(containsString("请选择改到哪个步骤")));
    mvc.perform(get(at).with(as(supervisor)))
        .andExpect(content().string(containsString(at + "/move")));
  }

  private ResultActions preview(long from, String to) throws Exception {
    return mvc.perform(
        get(path() + "/move")
            .param("from", String.valueOf(from))
            .param("to", to)
            .with(as(supervisor)));
  }

  private ResultActions move(long from, String to, String reason) throws Exception {
    return mvc.perform(
        post(path() + "/move")
            .param("from", String.valueOf(from))
            .param("to", to)
            .param("reason", reason)
            .with(as(supervisor))
            .with(csrf()));
  }

  private String path() {
    return "/supervision/instances/" + file.processInstanceKey();
  }

  private long element(String id) {
    return element(file.processInstanceKey(), id);
  }

  private long element(long instance, String id) {
    return client
        .newElementInstanceSearchRequest()
        .filter(
            f -> f.processInstanceKey(instance).elementId(id).state(ElementInstanceState.ACTIVE))
        .send()
        .join()
        .items()
        .get(0)
        .getElementInstanceKey();
  }

  private List<String> active() {
    return client
        .newElementInstanceSearchRequest()
        .filter(
            f -> f.processInstanceKey(file.processInstanceKey()).state(ElementInstanceState.ACTIVE))
        .send()
        .join()
        .items()
        .stream()
        .map(one -> one.getElementId())
        .toList();
  }
}
