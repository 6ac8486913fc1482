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

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.audit.Action;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.AuditFilter;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A supervisor lets an instance go on by another version of its process. */
@ConsoleTest
class MigrateTest {

  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([0-9a-f]+)\"");

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired ActionLog log;
  @Autowired CamundaClient client;

  private final String process = "migrated-" + UUID.randomUUID();
  private Person supervisor;
  private long instance;

  @BeforeEach
  void startByTheFirstVersion() {
    supervisor = people.with(Role.SUPERVISOR);
    deploy(model("Ask", "Late", ask -> ask));
    instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(process)
            .latestVersion()
            .send()
            .join()
            .getProcessInstanceKey();
  }

  private BpmnModelInstance model(
      String task, String event, UnaryOperator<AbstractActivityBuilder<?, ?>> more) {
    AbstractActivityBuilder<?, ?> ask =
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .subProcess("Round")
            .embeddedSubProcess()
            .startEvent()
            .userTask(task)
            .name("Step " + task)
            .zeebeUserTask();
    ask.boundaryEvent(event, b -> b.name("Event " + event).timerWithDuration("PT1H")).endEvent();
    return more.apply(ask).endEvent().subProcessDone().endEvent().done();
  }

  private void deploy(BpmnModelInstance model) {
    client.newDeployResourceCommand().addProcessModel(model, process + ".bpmn").send().join();
  }

  @Test
  void saysBeforehandWhatStaysWhatEndsAndWhatBegins() throws Exception {
    deploy(model("Ask", "Later", ask -> ask));
    mvc.perform(get(at()).with(as(supervisor)))
        .andExpect(content().string(containsString(at() + "/migrate")));

    preview(2)
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("“Step Ask”原地继续"),
                        containsString("不再等待“Event Late”"),
                        containsString("“Event Later”从现在起重新计时"),
                        containsString("都按版本 2 进行"))));
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void migratesWithAReasonThatIsKept() throws Exception {
    deploy(model("Ask", "Late", ask -> ask.userTask("More").zeebeUserTask()));
    String seal =
        seal(preview(2).andExpect(content().string(containsString("“Event Late”仍按原定时间"))));

    migrate(seal, "").andExpect(status().isUnprocessableEntity());
    assertThat(version()).isEqualTo(1);
    migrate(seal, "新版增加了一步").andExpect(redirectedUrl(at()));

    assertThat(version()).isEqualTo(2);
    assertThat(active()).containsExactly("Round", "Ask");
    assertThat(
            log.list(AuditFilter.ofPerson(supervisor.id()), 10).stream()
                .filter(one -> one.target().startsWith(process)))
        .extracting(Action::what, Action::target)
        .containsExactly(tuple("migrate", process + ": 1 → 2"));
  }

  @Test
  void migratesNothingTwiceAndNothingThatHasGoneOn() throws Exception {
    deploy(model("Ask", "Late", ask -> ask.userTask("More").zeebeUserTask()));
    String seal = seal(preview(2));
    migrate("0", "看到的不是这个").andExpect(content().string(containsString("已有变化")));
    assertThat(version()).isEqualTo(1);

    migrate(seal, "第一次").andExpect(redirectedUrl(at()));
    migrate(seal, "第二次")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("已经按版本 2 运行")));
  }

  @Test
  void asksWhatAStepBecomesThatTheOtherVersionHasNot() throws Exception {
    deploy(model("Inquire", "Late", ask -> ask));
    preview(2)
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("name=\"step.Ask\""),
                        containsString("Step Inquire"),
                        not(containsString("name=\"seal\"")))));
    ResultActions chosen =
        mvc.perform(
            get(at() + "/migrate")
                .param("version", "2")
                .param("step.Ask", "Inquire")
                .with(as(supervisor)));
    chosen.andExpect(content().string(containsString("“Step Ask”改为“Step Inquire”继续")));
    mvc.perform(
            post(at() + "/migrate")
                .param("version", "2")
                .param("step.Ask", "Inquire")
                .param("seal", seal(chosen))
                .param("reason", "步骤改名")
                .with(as(supervisor))
                .with(csrf()))
        .andExpect(redirectedUrl(at()));
    assertThat(active()).containsExactly("Round", "Inquire");
  }

  @Test
  void saysWhyItCannotBe() throws Exception {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .userTask("Ask")
            .zeebeUserTask()
            .endEvent()
            .done());
    preview(2)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("同一位置没有同类步骤")));
    preview(7).andExpect(content().string(containsString("没有版本 7")));

    client.newCancelInstanceCommand(instance).send().join();
    preview(2)
        .andExpect(
            content().string(allOf(containsString("已不在运行"), not(containsString("name=\"seal\"")))));
  }

  @Test
  void isNotForWhoOnlyLooks() throws Exception {
    mvc.perform(get(at() + "/migrate").with(as(people.with(Role.HANDLER, People.STREET))))
        .andExpect(status().isForbidden());
  }

  private ResultActions preview(int version) throws Exception {
    return mvc.perform(
        get(at() + "/migrate").param("version", String.valueOf(version)).with(as(supervisor)));
  }

  private static String seal(ResultActions page) throws Exception {
    Matcher seal = SEAL.matcher(page.andReturn().getResponse().getContentAsString());
    assertThat(seal.find()).isTrue();
    return seal.group(1);
  }

  private ResultActions migrate(String seal, String reason) throws Exception {
    return mvc.perform(
        post(at() + "/migrate")
            .param("version", "2")
            .param("seal", seal)
            .param("reason", reason)
            .with(as(supervisor))
            .with(csrf()));
  }

  private String at() {
    return "/supervision/instances/" + instance;
  }

  private int version() {
    return client
        .newProcessInstanceGetRequest(instance)
        .send()
        .join()
        .getProcessDefinitionVersion();
  }

  private List<String> active() {
    return client
        .newElementInstanceSearchRequest()
        .filter(f -> f.processInstanceKey(instance).state(ElementInstanceState.ACTIVE))
        .sort(sort -> sort.elementInstanceKey().asc())
        .send()
        .join()
        .items()
        .stream()
        .map(ElementInstance::getElementId)
        .filter(id -> !id.equals(process))
        .toList();
  }
}
