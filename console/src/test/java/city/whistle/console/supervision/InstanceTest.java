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
import city.whistle.workers.casefile.CaseFiles;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a supervisor sees of processes and their instances, and does to one. */
@ConsoleTest
class InstanceTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired ActionLog log;
  @Autowired CamundaClient client;

  private Person supervisor;
  private String number;
  private long key;

  @BeforeEach
  void openCase() throws Exception {
    supervisor = people.with(Role.SUPERVISOR);
    number = cases.open("井盖缺失");
    cases.task(number, "SignCase");
    key = files.byNumber(number).orElseThrow().processInstanceKey();
  }

  @Test
  void showsWhereAnInstanceStandsAndWhatItKnows() throws Exception {
    show(path())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("井盖缺失"),
                        containsString(number),
                        containsString("停在这里"),
                        containsString("caseId"),
                        containsString("/migrate\">迁移版本"))));
  }

  @Test
  void showsADistrictTheInstancesOfItsOwnCasesAlone() throws Exception {
    Person own = people.with(Role.SUPERVISOR, "110102");
    Person other = people.with(Role.SUPERVISOR, "110105");

    ask(own, path()).andExpect(status().isOk());
    ask(other, path()).andExpect(status().isNotFound());
    ask(other, "/supervision/processes/complaint-case/instances")
        .andExpect(content().string(not(containsString(number))));
    long ofNoCase = HinderedProcess.start(client);
    ask(own, "/supervision/instances/" + ofNoCase).andExpect(status().isNotFound());
  }

  @Test
  void changesAVariableAfterShowingWhatChangesAndThenGoesOn() throws Exception {
    long instance = HinderedProcess.start(client);
    String page = text(show("/supervision/instances/" + instance));
    assertThat(page).contains("条件无法判断", "way");
    String variable = "/supervision/instances/" + instance + "/variables/" + way(instance);

    change(variable, "1", null).andExpect(content().string(containsString("name=\"before\"")));
    assertThat(value(instance)).isEqualTo("\"none\"");
    change(variable, "1", "\"none\"").andExpect(redirectedUrl(variable));
    assertThat(value(instance)).isEqualTo("1");
    retry(instance).andExpect(redirectedUrl("/supervision/instances/" + instance));

    show("/supervision/instances/" + instance).andExpect(content().string(containsString("已完成")));
    assertThat(actions()).extracting(Action::what).contains("change", "retry");
    assertThat(actions()).extracting(Action::target).contains("way: \"none\" → 1");
  }

  @Test
  void changesNoVariableToWhatIsNoValueOrThatOthersChangedMeanwhile() throws Exception {
    long instance = HinderedProcess.start(client);
    String variable = "/supervision/instances/" + instance + "/variables/" + way(instance);

    change(variable, "{no", null).andExpect(status().isUnprocessableEntity());
    change(variable, "1 2", "\"none\"").andExpect(status().isUnprocessableEntity());
    change(variable, "1", "\"other\"")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("期间值已被改动")));
    assertThat(value(instance)).isEqualTo("\"none\"");
  }

  @Test
  void letsNobodyChangeOfWhichCaseAnInstanceIs() throws Exception {
    Variable id = variable(key, "caseId");
    String path = path() + "/variables/" + id.getVariableKey();

    show(path).andExpect(content().string(not(containsString("<textarea"))));
    change(path, "\"x\"", id.getValue());
    assertThat(variable(key, "caseId").getValue()).isEqualTo(id.getValue());
  }

  @Test
  void endsAnInstanceWhoseCaseIsThenNobodysTurn() throws Exception {
    show(path() + "/cancel").andExpect(content().string(containsString("仍未办结")));
    act(path() + "/cancel", "").andExpect(status().isUnprocessableEntity());
    act(path() + "/cancel", "模型有误").andExpect(redirectedUrl(path()));

    await().untilAsserted(() -> show(path()).andExpect(content().string(containsString("被终止"))));
    show("/supervision/cases/" + number).andExpect(content().string(containsString("重新启动")));
    act(path() + "/cancel", "再来一次").andExpect(content().string(containsString("已不在运行")));
    assertThat(log.list(AuditFilter.ofCase(number), 10))
        .extracting(Action::what)
        .containsExactly("cancel");
  }

  @Test
  void endsNoInstanceThatAnotherWaitsFor() throws Exception {
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("inner")
                .startEvent()
                .userTask("Wait")
                .zeebeUserTask()
                .endEvent()
                .done(),
            "inner.bpmn")
        .addProcessModel(
            Bpmn.createExecutableProcess("outer")
                .startEvent()
                .callActivity("Call", call -> call.zeebeProcessId("inner"))
                .endEvent()
                .done(),
            "outer.bpmn")
        .send()
        .join();
    long outer = start("outer", Map.of());
    long inner =
        client
            .newProcessInstanceSearchRequest()
            .filter(f -> f.parentProcessInstanceKey(outer))
            .send()
            .join()
            .items()
            .get(0)
            .getProcessInstanceKey();

    show("/supervision/instances/" + outer)
        .andExpect(content().string(containsString("/supervision/instances/" + inner)));
    show("/supervision/instances/" + inner)
        .andExpect(content().string(containsString("/supervision/instances/" + outer)));
    act("/supervision/instances/" + inner + "/cancel", "不再需要")
        .andExpect(content().string(containsString("不能单独终止")));
  }

  private long start(String process, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private long way(long instance) {
    return variable(instance, "way").getVariableKey();
  }

  private String value(long instance) {
    return variable(instance, "way").getValue();
  }

  private Variable variable(long instance, String name) {
    return client
        .newVariableSearchRequest()
        .filter(f -> f.processInstanceKey(instance).name(name))
        .send()
        .join()
        .items()
        .get(0);
  }

  private ResultActions change(String path, String value, String before) throws Exception {
    var request =
        post(path).param("value", value).param("reason", "数据有误").with(as(supervisor)).with(csrf());
    return mvc.perform(before == null ? request : request.param("before", before));
  }

  private ResultActions retry(long instance) throws Exception {
    String path = "/supervision/instances/" + instance + "/retry";
    Matcher incident =
        Pattern.compile("name=\"incident\" value=\"(\\d+)\"").matcher(text(show(path)));
    assertThat(incident.find()).isTrue();
    return mvc.perform(
        post(path)
            .param("incident", incident.group(1))
            .param("reason", "数据已修正")
            .with(as(supervisor))
            .with(csrf()));
  }

  private ResultActions act(String path, String reason) throws Exception {
    return mvc.perform(post(path).param("reason", reason).with(as(supervisor)).with(csrf()));
  }

  private ResultActions show(String path) throws Exception {
    return ask(supervisor, path).andExpect(status().isOk());
  }

  private ResultActions ask(Person person, String path) throws Exception {
    return mvc.perform(get(URI.create(path)).with(as(person)));
  }

  private static String text(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  private String path() {
    return "/supervision/instances/" + key;
  }

  private List<Action> actions() {
    return log.list(AuditFilter.ofPerson(supervisor.id()), 10);
  }
}
