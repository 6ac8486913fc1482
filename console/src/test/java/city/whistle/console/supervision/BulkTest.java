package city.whistle.console.supervision;

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
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One action on many cases. */
@ConsoleTest
class BulkTest {

  private static final String OTHER_STREET = "110102001";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Timeline timeline;
  @Autowired CamundaClient client;
  @Autowired JdbcClient jdbc;
  @Autowired BulkStore store;
  @Autowired BulkDeeds deeds;

  private Person supervisor;
  private String first;
  private String second;
  private long task;

  @BeforeEach
  void openCases() throws Exception {
    supervisor = people.with(Role.SUPERVISOR);
    first = cases.open("下水道堵塞");
    second =
        cases.open(
            "垃圾未清运", Map.of("place", Map.of("districtCode", "110102", "streetCode", OTHER_STREET)));
    task = cases.task(first, "SignCase");
    cases.task(second, "SignCase");
  }

  @Test
  void urgesExactlyThoseThatWereShownAndOnce() throws Exception {
    UUID id = choose(supervisor, "urge", first, second);
    assertThat(page(id)).contains("将催办 2 件", "下水道堵塞", "垃圾未清运");

    start(id, "", "群众多次来电");
    start(id, "", "又一次");

    assertThat(outcomes(id)).containsOnly(State.DONE).hasSize(2);
    assertThat(urges(first)).isEqualTo(1);
    assertThat(urges(second)).isEqualTo(1);
    assertThat(page(id)).contains("处理完毕：2 项");
  }

  @Test
  void startsNothingWithoutAReason() throws Exception {
    UUID id = choose(supervisor, "urge", first);

    mvc.perform(post("/supervision/bulk/" + id).with(as(supervisor)).with(csrf()))
        .andExpect(status().isUnprocessableEntity());
    assertThat(urges(first)).isZero();
  }

  @Test
  void takesAllOfAListAsItStandsNow() throws Exception {
    String path =
        mvc.perform(
                post("/supervision/bulk")
                    .param("action", "urge")
                    .param("all", "true")
                    .param("stuck", "waiting")
                    .param("unit", OTHER_STREET)
                    .with(as(supervisor))
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    String later =
        cases.open(
            "后来的", Map.of("place", Map.of("districtCode", "110102", "streetCode", OTHER_STREET)));

    assertThat(store.items(id, 1, BulkSelection.ITEMS_MAX))
        .extracting(Item::number)
        .contains(second)
        .doesNotContain(first, later);
  }

  @Test
  void givesTasksToWhomTheyCanGoAndLeavesOutTheOthers() throws Exception {
    Person colleague = people.with(Role.HANDLER);
    UUID id = choose(supervisor, "reassign", first, second);
    int all = store.items(id, 1, 10).size();
    int his =
        (int) store.items(id, 1, 10).stream().filter(one -> one.number().equals(first)).count();
    assertThat(page(id)).contains(colleague.id() + " （" + all + " 项中的 " + his + " 项）");

    start(id, colleague.id(), "原承办人休假");

    assertThat(outcomes(id)).filteredOn(State.DONE::equals).hasSize(his);
    assertThat(outcomes(id)).filteredOn(State.LEFT::equals).hasSize(all - his);
    assertThat(client.newUserTaskGetRequest(task).send().join().getAssignee())
        .isEqualTo(colleague.id());
  }

  @Test
  void givesTasksToNobodyWhoseNoneCanBe() throws Exception {
    Person stranger = people.with(Role.HANDLER, "110105001");
    UUID id = choose(supervisor, "reassign", first);

    mvc.perform(
            post("/supervision/bulk/" + id)
                .param("to", stranger.id())
                .param("reason", "改派")
                .with(as(supervisor))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity());
  }

  @Test
  void saysWhatIsLeftOutAndWhy() throws Exception {
    client
        .newCancelInstanceCommand(files.byNumber(first).orElseThrow().processInstanceKey())
        .send()
        .join();

    await()
        .untilAsserted(
            () -> assertThat(page(choose(supervisor, "urge", first))).contains("略过", "没有流程在办理"));
    assertThat(page(choose(supervisor, "retry", second))).contains("没有待重试的故障", "都不能处理");
  }

  @Test
  void passesOverCasesOfOthersAndShowsItToNobodyElse() throws Exception {
    Person other = people.with(Role.SUPERVISOR, "110105");
    mvc.perform(
            post("/supervision/bulk")
                .param("action", "urge")
                .param("number", first)
                .with(as(other))
                .with(csrf()))
        .andExpect(redirectedUrl("/supervision"));
    UUID id = choose(supervisor, "urge", first);

    mvc.perform(get("/supervision/bulk/" + id).with(as(people.with(Role.SUPERVISOR))))
        .andExpect(status().isNotFound());
  }

  @Test
  void doesARowOnceThoughItIsToldTwice() {
    Item item = Item.pending(first, null, "", "");
    UUID id = store.freeze(supervisor.id(), Bulk.URGE, "/supervision", false, List.of(item), null);
    Bulk bulk =
        new Bulk(
            id,
            supervisor.id(),
            Bulk.URGE,
            "/supervision",
            false,
            null,
            null,
            "再催",
            null,
            null,
            null);
    Item frozen = store.items(id, 1, 1).get(0);

    deeds.act(supervisor, bulk, frozen);
    deeds.act(supervisor, bulk, frozen);

    assertThat(urges(first)).isEqualTo(1);
  }

  @Test
  void goesOnWithWhatWasInterrupted() {
    UUID id =
        store.freeze(
            supervisor.id(),
            Bulk.URGE,
            "/supervision",
            false,
            List.of(Item.pending(first, null, "", ""), Item.pending(second, null, "", "")),
            null);
    store.outcome(id, 1, State.DONE, "");
    // as if the program had ended here: nobody is woken
    store.start(id, null, null, "继续", List.of(), "");

    assertThat(outcomes(id)).containsOnly(State.DONE);
    assertThat(urges(first)).isZero();
    assertThat(urges(second)).isEqualTo(1);
  }

  @Test
  void startsNothingThatWasShownLongAgo() throws Exception {
    UUID id = choose(supervisor, "urge", first);
    jdbc.sql("update console.bulk set expires_at = created_at where id = ?").param(id).update();

    start(id, "", "过期");

    assertThat(store.find(id).orElseThrow().started()).isNull();
    assertThat(page(id)).contains("未在一小时内开始");
  }

  private UUID choose(Person person, String action, String... numbers) throws Exception {
    String path =
        mvc.perform(
                post("/supervision/bulk")
                    .param("action", action)
                    .param("number", numbers)
                    .with(as(person))
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(path).startsWith("/supervision/bulk/");
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private void start(UUID id, String to, String reason) throws Exception {
    mvc.perform(
            post("/supervision/bulk/" + id)
                .param("to", to)
                .param("reason", reason)
                .with(as(supervisor))
                .with(csrf()))
        .andExpect(redirectedUrl("/supervision/bulk/" + id));
  }

  /** Of every item, when it has ended. */
  private List<State> outcomes(UUID id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> store.find(id).orElseThrow().ended() != null);
    return store.items(id, 1, 10).stream().map(Item::state).toList();
  }

  private String page(UUID id) throws Exception {
    return mvc.perform(get("/supervision/bulk/" + id).with(as(supervisor)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private int urges(String number) {
    return timeline.count(files.byNumber(number).orElseThrow().id(), "SupervisorUrged");
  }
}
