package city.whistle.console.supervision;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a supervisor sees of what stands still, and does about it. */
@ConsoleTest
class SupervisionTest {

  private static final String DISTRICT = "110102";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired CaseProgress progress;
  @Autowired Timeline timeline;
  @Autowired ActionLog log;
  @Autowired CamundaClient client;

  private Person supervisor;
  private String number;
  private long key;

  @BeforeEach
  void openCase() throws Exception {
    supervisor = people.with(Role.SUPERVISOR);
    number = cases.open("路灯不亮");
    key = cases.task(number, "SignCase");
  }

  @Test
  void listsForWhomACaseWaits() throws Exception {
    show("/supervision?stuck=waiting&unit=" + People.STREET)
        .andExpect(content().string(allOf(containsString("等待"), containsString("展览路街道"))));
  }

  @Test
  void leavesOutWhatOnlyWaits() throws Exception {
    show("/supervision").andExpect(content().string(not(containsString(number))));
  }

  @Test
  void showsADistrictItsOwnCasesAlone() throws Exception {
    Person own = people.with(Role.SUPERVISOR, DISTRICT);
    Person other = people.with(Role.SUPERVISOR, "110105");

    page(own).andExpect(status().isOk());
    page(other).andExpect(status().isNotFound());
    mvc.perform(get("/supervision?area=" + DISTRICT).with(as(other)))
        .andExpect(status().isNotFound());
  }

  @Test
  void takesTheListAwayAsAFile() throws Exception {
    cases.open("=HYPERLINK(1)");
    ResultActions file =
        show("/supervision.csv?stuck=waiting&unit=" + People.STREET)
            .andExpect(content().contentType("text/csv;charset=UTF-8"));

    assertThat(file.andReturn().getResponse().getContentAsString())
        .startsWith("\uFEFF工单号,")
        .contains(number + ",路灯不亮,展览路街道,等待,");
  }

  @Test
  void saysWhatUrgingWillDo() throws Exception {
    show("/supervision/cases/" + number + "/urge")
        .andExpect(content().string(containsString("展览路街道 会收到督促通知")));
  }

  @Test
  void urgesWithAReasonThatTheTimelineAndTheLogKeep() throws Exception {
    act("/urge", "").andExpect(status().isUnprocessableEntity());
    act("/urge", "群众多次来电").andExpect(redirectedUrl("/supervision/cases/" + number));

    assertThat(steps()).contains("SupervisorUrged");
    assertThat(actions()).extracting(Action::what).containsExactly("urge");
    assertThat(actions().get(0).reason()).isEqualTo("群众多次来电");
    page(supervisor).andExpect(content().string(containsString("群众多次来电")));
  }

  @Test
  void remindsTheUnitThatWasUrged() throws Exception {
    act("/urge", "群众多次来电");

    await().until(this::steps, steps -> steps.contains("UnitReminded"));
  }

  @Test
  void startsNothingAnewThatRuns() throws Exception {
    act("/restart", "重新来过").andExpect(content().string(containsString("不能重新启动")));

    assertThat(actions()).isEmpty();
  }

  @Test
  void startsACaseAnewWhoseProcessWasCancelled() throws Exception {
    client.newCancelInstanceCommand(file().processInstanceKey()).send().join();
    await()
        .untilAsserted(
            () ->
                show("/supervision?stuck=nobody&unit=" + People.STREET)
                    .andExpect(
                        content().string(allOf(containsString(number), containsString("流程被终止")))));

    act("/restart", "误撤销").andExpect(redirectedUrl("/supervision/cases/" + number));

    cases.task(number, "SignCase");
    assertThat(actions()).extracting(Action::what).containsExactly("restart");
  }

  @Test
  void triesAgainWhatHindersACaseAndShowsWhatIsTrueAfterwards() throws Exception {
    long instance = hinder();
    show("/supervision?stuck=incident&unit=" + People.STREET)
        .andExpect(content().string(allOf(containsString(number), containsString("条件无法判断"))));

    retry(hindrance()).andExpect(redirectedUrl("/supervision/cases/" + number));
    page(supervisor).andExpect(content().string(containsString("条件无法判断")));

    client.newSetVariablesCommand(instance).variables(Map.of("way", 1)).send().join();
    retry(hindrance());
    page(supervisor).andExpect(content().string(not(containsString("条件无法判断"))));
    assertThat(actions()).extracting(Action::what).containsExactly("retry", "retry");
    assertThat(steps()).contains("IncidentRetried");
  }

  @Test
  void triesNothingAgainThatThePreviewDidNotShow() throws Exception {
    hinder();

    retry("1").andExpect(content().string(containsString("现在没有可以重试的故障")));
    assertThat(actions()).isEmpty();
  }

  /** Has the case be worked on by a process that finds no way on. */
  private long hinder() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("hindered")
            .startEvent()
            .exclusiveGateway("Choose")
            .conditionExpression("way = 1")
            .endEvent()
            .done();
    client.newDeployResourceCommand().addProcessModel(model, "hindered.bpmn").send().join();
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("hindered")
            .latestVersion()
            .send()
            .join()
            .getProcessInstanceKey();
    CaseFile file = file();
    progress.unbind(file.id(), file.processInstanceKey());
    progress.bind(file.id(), instance);
    return instance;
  }

  private String hindrance() throws Exception {
    String page =
        show("/supervision/cases/" + number + "/retry")
            .andReturn()
            .getResponse()
            .getContentAsString();
    Matcher key = Pattern.compile("name=\"incident\" value=\"(\\d+)\"").matcher(page);
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private ResultActions retry(String incident) throws Exception {
    return mvc.perform(
        post("/supervision/cases/" + number + "/retry")
            .param("incident", incident)
            .param("reason", "条件已修正")
            .with(as(supervisor))
            .with(csrf()));
  }

  @Test
  void givesATaskToAColleagueAndBackToTheGroup() throws Exception {
    Person colleague = people.with(Role.HANDLER);

    reassign(supervisor, colleague.id(), "原承办人休假")
        .andExpect(redirectedUrl("/supervision/cases/" + number));
    assertThat(assignee()).isEqualTo(colleague.id());
    page(supervisor).andExpect(content().string(containsString(colleague.name())));

    reassign(supervisor, "-", "请任何人领取");
    assertThat(assignee()).isNull();
    assertThat(actions()).extracting(Action::what).containsExactly("giveBack", "reassign");
    assertThat(steps()).contains("TaskReassigned");
  }

  @Test
  void givesATaskToNobodyWhoseItCannotBe() throws Exception {
    Person stranger = people.with(Role.HANDLER, "110102001");

    reassign(supervisor, stranger.id(), "改派").andExpect(status().isUnprocessableEntity());
    reassign(supervisor, "", "改派").andExpect(status().isUnprocessableEntity());
    assertThat(assignee()).isNull();
  }

  @Test
  void letsALeadHandOnTheTasksOfHisUnitAlone() throws Exception {
    Person lead = people.with(Role.LEAD);
    Person colleague = people.with(Role.HANDLER);

    reassign(people.with(Role.LEAD, "110102001"), colleague.id(), "改派")
        .andExpect(status().isNotFound());
    reassign(lead, colleague.id(), "改派").andExpect(redirectedUrl("/cases/" + number));
    assertThat(assignee()).isEqualTo(colleague.id());
  }

  private ResultActions show(String path) throws Exception {
    return mvc.perform(get(path).with(as(supervisor))).andExpect(status().isOk());
  }

  private ResultActions page(Person person) throws Exception {
    return mvc.perform(get("/supervision/cases/{number}", number).with(as(person)));
  }

  private ResultActions act(String action, String reason) throws Exception {
    return mvc.perform(
        post("/supervision/cases/" + number + action)
            .param("reason", reason)
            .with(as(supervisor))
            .with(csrf()));
  }

  private ResultActions reassign(Person person, String to, String reason) throws Exception {
    return mvc.perform(
        post(ReassignController.path(number, key))
            .param("to", to)
            .param("reason", reason)
            .with(as(person))
            .with(csrf()));
  }

  private CaseFile file() {
    return files.byNumber(number).orElseThrow();
  }

  private String assignee() {
    return client.newUserTaskGetRequest(key).send().join().getAssignee();
  }

  private List<String> steps() {
    return timeline.newest(file().id(), Integer.MAX_VALUE, 50).stream()
        .map(TimelineEntry::what)
        .toList();
  }

  private List<Action> actions() {
    return log.list(AuditFilter.ofCase(number), 10);
  }
}
