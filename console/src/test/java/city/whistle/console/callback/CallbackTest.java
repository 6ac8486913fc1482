package city.whistle.console.callback;

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
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.tasks.CallTasks;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.ResidentAnswer;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What an agent does who calls residents back, on the engine. */
@ConsoleTest
class CallbackTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Callbacks callbacks;
  @Autowired ResidentVault vault;
  @Autowired AccessLog log;
  @Autowired CallTasks calls;
  @Autowired CamundaClient client;
  @Autowired CityTime time;

  private Person agent;
  private CaseFile file;
  private long key;

  /** The agent has taken the call about a case of the sub-district; there is no other. */
  @BeforeEach
  void takeTheCall() throws Exception {
    agent = people.with(Role.AGENT);
    String number = cases.open("路灯不亮");
    cases.task(number, "SignCase");
    file = files.byNumber(number).orElseThrow();
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("callback")
        .latestVersion()
        .variables(
            Map.of("caseId", file.id().toString(), "case", Map.of("number", number), "round", 1))
        .send()
        .join();
    key = cases.task(number, "CallResident");
    client.newAssignUserTaskCommand(key).assignee(agent.id()).send().join();
    await().atMost(PATIENCE).until(() -> calls.taken(agent).isPresent());
  }

  @Test
  void givesTheCallBackForAnotherAgent() throws Exception {
    mvc.perform(post("/callbacks/{key}/give-back", key).with(as(agent)).with(csrf()))
        .andExpect(redirectedUrl("/callbacks"));
    assertThat(calls.taken(agent)).isEmpty();

    Person other = people.with(Role.AGENT);
    assertThat(calls.takeNext(other)).isTrue();
    mvc.perform(post("/callbacks/{key}/give-back", key).with(as(agent)).with(csrf()))
        .andExpect(redirectedUrl("/callbacks"));
    assertThat(calls.taken(other)).isPresent();
  }

  @Test
  void keepsAndOffersACallThatHasALimitAsWell() {
    client.newUpdateUserTaskCommand(key).dueDate(time.now().plusDays(1).toString()).send().join();
    assertThat(calls.taken(agent)).isPresent();

    client.newUnassignUserTaskCommand(key).send().join();
    Person other = people.with(Role.AGENT);
    assertThat(calls.takeNext(other)).isTrue();
  }

  @Test
  void showsTheCallAndTheScriptWithoutTheNumber() throws Exception {
    mvc.perform(get("/callbacks").with(as(agent)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(file.number()),
                        containsString("第 1 次，共"),
                        containsString("您反映的“路灯不亮”"),
                        not(containsString("13800000000")))));
  }

  @Test
  void showsTheNumberOnceAndLogsThat() throws Exception {
    ask("/number", "comment", "begun")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("tel:13800000000"),
                        containsString("李某某"),
                        containsString("begun"))));
    assertThat(log.of(file.id(), 0, 50))
        .anySatisfy(
            line -> {
              assertThat(line.who()).isEqualTo(agent.id());
              assertThat(line.part()).isEqualTo("phone");
              assertThat(line.reason()).startsWith("回访 1/");
            });
    mvc.perform(get("/callbacks").with(as(agent)))
        .andExpect(content().string(not(containsString("13800000000"))));
  }

  @Test
  void showsWhatTheUnitRepliedWithTheNumber() throws Exception {
    vault.seal(file.id(), VaultPart.reply(1), "路灯已修好");

    ask("/number").andExpect(content().string(containsString("承办单位答复：路灯已修好")));
  }

  @Test
  void notesTheThreeAnswers() throws Exception {
    ask("", "result", "answered", "contacted", "no", "settled", "partly", "satisfied", "not")
        .andExpect(redirectedUrl("/callbacks"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(callbacks.of(file.id()))
                    .extracting(state -> state.answer())
                    .contains(new ResidentAnswer(true, false, "partly", "not")));
  }

  @Test
  void saysWhichQuestionIsOpenAndLosesNothing() throws Exception {
    ask("", "result", "answered", "contacted", "yes", "comment", "谢谢")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("请选问题是否解决"),
                        containsString("请选是否满意"),
                        not(containsString("请选承办单位是否联系过")),
                        containsString("谢谢"))));
    ask("").andExpect(content().string(containsString("请选是否接通")));
  }

  @Test
  void callsAgainAtTheTimeAgreedWithinThreeDays() throws Exception {
    ask("", "result", "later").andExpect(content().string(containsString("请填今后三天以内的时间")));
    ask("", "result", "later", "callAt", local(Duration.ofDays(4)))
        .andExpect(content().string(containsString("请填今后三天以内的时间")));
    ask("", "result", "later", "callAt", local(Duration.ofHours(5)))
        .andExpect(redirectedUrl("/callbacks"));
  }

  @Test
  void tellsThatACallIsOver() throws Exception {
    ask("", "result", "noAnswer").andExpect(redirectedUrl("/callbacks"));
    await().atMost(PATIENCE).until(() -> calls.find(agent, key).isEmpty());
    ask("", "result", "noAnswer").andExpect(redirectedUrl("/callbacks"));
  }

  @Test
  void givesNobodyElseTheCall() throws Exception {
    Person colleague = people.with(Role.AGENT);
    mvc.perform(post("/callbacks/{key}/number", key).with(as(colleague)).with(csrf()))
        .andExpect(redirectedUrl("/callbacks"));
    assertThat(calls.taken(colleague)).isEmpty();
  }

  @Test
  void keepsTheCallFromWhoHandlesTheCase() {
    accounts.give(agent.id(), Role.HANDLER, People.STREET, time.today(), null, "test");
    Person both = accounts.find(agent.id()).orElseThrow();
    assertThat(calls.find(both, key)).isEmpty();
    assertThat(calls.taken(both)).isEmpty();
  }

  @Test
  void givesTheNextToWhoHasNone() throws Exception {
    client.newUnassignUserTaskCommand(key).send().join();
    await().atMost(PATIENCE).until(() -> calls.taken(agent).isEmpty());
    mvc.perform(post("/callbacks/next").with(as(agent)).with(csrf()))
        .andExpect(redirectedUrl("/callbacks"));
    await().atMost(PATIENCE).until(() -> calls.taken(agent).isPresent());
  }

  private String local(Duration from) {
    return time.now().plus(from).toLocalDateTime().withNano(0).toString();
  }

  private ResultActions ask(String what, String... values) throws Exception {
    MockHttpServletRequestBuilder call =
        post("/callbacks/{key}" + what, key).with(as(agent)).with(csrf());
    for (int i = 0; i < values.length; i += 2) {
      call.param(values[i], values[i + 1]);
    }
    return mvc.perform(call);
  }
}
