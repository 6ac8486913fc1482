package city.whistle.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.audit.Action;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.AuditFilter;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Many instances that stand at one step are moved, or go on by another version. */
@ConsoleTest
class BulkInstancesTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired ActionLog log;
  @Autowired CamundaClient client;
  @Autowired BulkStore store;

  private final String process = "many-" + UUID.randomUUID();
  private Person supervisor;
  private ManyInstances many;
  private long first;
  private long second;

  @BeforeEach
  void startTwoByTheFirstVersion() {
    supervisor = people.with(Role.SUPERVISOR);
    many = new ManyInstances(mvc, store, supervisor);
    deploy("Ask", "Decide");
    first = start();
    second = start();
  }

  private void deploy(String step, String next) {
    ManyInstances.deploy(client, process, step, next);
  }

  private long start() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .send()
        .join()
        .getProcessInstanceKey();
  }

  @Test
  void migratesExactlyThoseThatWereShownAndSaysWhatIsTrueThen() throws Exception {
    long third = start();
    deploy("Ask", "Approve");
    UUID id = many.choose(chosen("migrate", first, second));
    assertThat(many.page(id)).contains("停在“Step Ask”的实例").doesNotContain("name=\"seal\"");
    many.migrateTo(id, 2);
    assertThat(many.page(id)).contains("将迁移 2 个", "“Step Ask”原地继续。<", "都按版本 2 进行。<");

    assertThat(many.outcomes(id, "新版增加审批")).containsExactly(State.DONE, State.DONE);
    assertThat(List.of(version(first), version(second), version(third))).containsExactly(2, 2, 1);
    assertThat(many.page(id)).contains("处理完毕：2 项", "此刻 2 个中有 2 个按第2版运行");
    assertThat(log.list(AuditFilter.ofPerson(supervisor.id()), 10))
        .extracting(Action::what, Action::instanceKey, Action::reason)
        .containsExactlyInAnyOrder(
            tuple("migrate", first, "新版增加审批"), tuple("migrate", second, "新版增加审批"));
  }

  @Test
  void movesThemFromWhereTheyStand() throws Exception {
    client.newAssignUserTaskCommand(task(first)).assignee(supervisor.id()).send().join();
    UUID id = many.choose(chosen("move", first, second));
    many.moveTo(id, "Decide");
    assertThat(many.page(id))
        .contains("将移动 2 个", "会收到通知。（1 个）", "“Step Decide”从头开始，任务、作业和附带的计时重新建立。<");

    assertThat(many.outcomes(id, "已在系统外答复")).containsExactly(State.DONE, State.DONE);
    assertThat(active(first)).containsExactly("Decide");
    assertThat(many.page(id)).contains("此刻 2 个中有 2 个停在“Step Decide”");
  }

  @Test
  void saysWhichItCannotBeDoneToAndWhy() throws Exception {
    long ended = start();
    long elsewhere = start();
    deploy("Ask", "Approve");
    long newer = start();
    client.newCancelInstanceCommand(ended).send().join();
    complete(elsewhere);

    UUID id = many.choose(chosen("migrate", first, ended, elsewhere, newer));

    assertThat(store.items(id, 1, 10))
        .extracting(Item::instance, Item::state, Item::answer)
        .containsExactlyInAnyOrder(
            tuple(first, State.PENDING, ""),
            tuple(ended, State.LEFT, "ended"),
            tuple(elsewhere, State.LEFT, "elsewhere"),
            tuple(newer, State.LEFT, "otherVersion"));
    assertThat(many.page(id)).contains("已不在运行", "不在这一步", "按其他版本运行");
  }

  @Test
  void leavesAloneWhatWentOnBeforeItsTurn() throws Exception {
    deploy("Ask", "Decide");
    UUID id = aimed("migrate", 2);
    complete(first);

    assertThat(many.outcomes(id, "更正模型")).containsExactly(State.REFUSED, State.DONE);
    assertThat(many.page(id)).contains("期间流程已有变化，未作处理");
    assertThat(version(first)).isEqualTo(1);
  }

  @Test
  void doesOnceWhatTwoSupervisorsStart() throws Exception {
    UUID mine = many.choose(chosen("move", first));
    many.moveTo(mine, "Decide");
    ManyInstances colleague = many.by(people.with(Role.SUPERVISOR));
    UUID his = colleague.choose(chosen("move", first));
    colleague.moveTo(his, "Decide");

    assertThat(many.outcomes(mine, "先到")).containsExactly(State.DONE);

    assertThat(colleague.outcomes(his, "后到")).containsExactly(State.OVER);
    assertThat(active(first)).containsExactly("Decide");
  }

  @Test
  void goesOnWhereTheProgramWasStopped() throws Exception {
    UUID id = many.choose(chosen("move", first, second));
    many.moveTo(id, "Decide");
    Bulk bulk = store.find(id).orElseThrow();
    Item item = store.items(id, 1, 1).get(0);
    // the engine has done it, and the program ended before it could note so
    client
        .newModifyProcessInstanceCommand(item.instance())
        .activateElement("Decide")
        .and()
        .terminateElement(item.target())
        .send()
        .join();
    store.start(id, bulk.cohort().seal(), bulk.to(), "继续", List.of(), "");

    assertThat(many.outcomes(id)).containsExactly(State.OVER, State.DONE);
    assertThat(active(first)).containsExactly("Decide");
    assertThat(active(second)).containsExactly("Decide");
  }

  @Test
  void startsNothingThatWasChosenAnewMeanwhile() throws Exception {
    UUID id = many.choose(chosen("move", first));
    many.moveTo(id, "Decide");
    MockHttpServletRequestBuilder shown = many.start(id, "看到的是另一步");
    many.moveTo(id, "Ask");

    many.send(shown);

    assertThat(store.find(id).orElseThrow().started()).isNull();
    assertThat(many.page(id)).contains("将移动 1 个", "同一步骤重新开始");
  }

  @Test
  void isStartedOnceHoweverOftenItIsSent() throws Exception {
    UUID id = many.choose(chosen("move", first));
    many.moveTo(id, "Ask");
    MockHttpServletRequestBuilder sent = many.start(id, "重新开始");
    many.send(sent);
    assertThat(many.outcomes(id)).containsExactly(State.DONE);
    many.send(sent);
    many.moveTo(id, "Decide");

    assertThat(log.list(AuditFilter.ofPerson(supervisor.id()), 10)).hasSize(1);
    assertThat(store.find(id).orElseThrow().to()).isEqualTo("Ask");
  }

  @Test
  void goesToTheVersionThatWasShownThoughANewerOneWasDeployed() throws Exception {
    deploy("Ask", "Approve");
    UUID id = aimed("migrate", 2);
    deploy("Ask", "Judge");

    assertThat(many.outcomes(id, "按第2版")).containsOnly(State.DONE);
    assertThat(version(first)).isEqualTo(2);
  }

  @Test
  void asksOnceWhatTheStepOfAllBecomes() throws Exception {
    deploy("Inquire", "Decide");
    UUID id = aimed("migrate", 2);
    assertThat(many.page(id)).contains("name=\"step.Ask\"", "尚未选择对应的步骤", "都不能处理");

    many.send(
        post("/supervision/bulk/" + id + "/to").param("version", "2").param("step.Ask", "Inquire"));
    assertThat(many.page(id)).contains("“Step Ask”改为“Step Inquire”继续。<");
    assertThat(many.outcomes(id, "步骤改名")).containsOnly(State.DONE);
    assertThat(active(first)).containsExactly("Inquire");
  }

  @Test
  void choosesNothingOfAnEmptySelectionAndNothingThatIsNotThere() throws Exception {
    String list = "/supervision/processes/" + process + "/instances?version=1&element=Ask";
    many.send(chosen("move")).andExpect(redirectedUrl(list));
    many.send(chosen("move", 1)).andExpect(redirectedUrl(list));
    many.send(chosen("cancel", first)).andExpect(redirectedUrl(list));
    many.send(chosen("migrate", first)).andExpect(redirectedUrl(list));

    UUID id = many.choose(chosen("move", first));
    many.moveTo(id, "Nowhere");
    many.send(post("/supervision/bulk/" + id).param("reason", "没有去向"));
    assertThat(store.find(id).orElseThrow().started()).isNull();
  }

  @Test
  void takesAllOfTheListAsItStandsNow() throws Exception {
    UUID id = many.choose(chosen("move").param("all", "true"));
    start();

    assertThat(store.items(id, 1, 10)).extracting(Item::instance).containsExactly(first, second);
  }

  @Test
  void isOfferedAtAStepAlone() throws Exception {
    String list = "/supervision/processes/" + process + "/instances?version=1";
    assertThat(many.content(list + "&element=Ask"))
        .contains("action=\"/supervision/bulk/instances\"", "value=\"" + first + "\"");
    assertThat(many.content(list))
        .contains("从流程页打开某一步骤的列表")
        .doesNotContain("action=\"/supervision/bulk/instances\"");
  }

  private UUID aimed(String action, int version) throws Exception {
    UUID id = many.choose(chosen(action, first, second));
    many.migrateTo(id, version);
    return id;
  }

  private MockHttpServletRequestBuilder chosen(String action, long... keys) {
    return ManyInstances.chosen(action, process, 1, "Ask", keys);
  }

  private void complete(long instance) {
    client.newCompleteUserTaskCommand(task(instance)).send().join();
  }

  private long task(long instance) {
    return client
        .newUserTaskSearchRequest()
        .filter(f -> f.processInstanceKey(instance).state(UserTaskState.CREATED))
        .send()
        .join()
        .items()
        .get(0)
        .getUserTaskKey();
  }

  private int version(long key) {
    return client.newProcessInstanceGetRequest(key).send().join().getProcessDefinitionVersion();
  }

  private List<String> active(long instance) {
    return client
        .newElementInstanceSearchRequest()
        .filter(f -> f.processInstanceKey(instance).state(ElementInstanceState.ACTIVE))
        .send()
        .join()
        .items()
        .stream()
        .map(one -> one.getElementId())
        .toList();
  }
}
