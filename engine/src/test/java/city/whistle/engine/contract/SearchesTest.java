package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.JobFilter;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.request.JobSearchRequest;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What is the same for all searches: operators, order, pages. */
class SearchesTest {

  /** Jobs at the elements A to D with 1 to 4 retries; that of A is done, that of B has failed. */
  private static Instance fourJobs(Caller caller) {
    var fork = caller.process().startEvent().parallelGateway("Fork");
    var process = fork.serviceTask("A", t -> t.zeebeJobType(caller.id("a")).zeebeJobRetries("1"));
    for (int i = 1; i < 4; i++) {
      String name = String.valueOf((char) ('a' + i));
      String retries = String.valueOf(i + 1);
      process =
          process
              .moveToNode("Fork")
              .serviceTask(
                  name.toUpperCase(Locale.ROOT),
                  t -> t.zeebeJobType(caller.id(name)).zeebeJobRetries(retries));
    }
    caller.deploy(process.done());
    Instance instance = caller.start();
    ActivatedJob done = caller.job("a");
    caller.complete(done, Map.of());
    caller.fail(caller.job("b"), 2);
    return instance;
  }

  private static JobSearchRequest jobs(
      Caller caller, Instance instance, Consumer<JobFilter> filter) {
    return caller
        .client()
        .newJobSearchRequest()
        .filter(
            f -> {
              f.processInstanceKey(instance.key());
              filter.accept(f);
            })
        .sort(s -> s.elementId().asc());
  }

  private static List<String> elements(SearchResponse<Job> found) {
    return found.items().stream().map(Job::getElementId).toList();
  }

  private static List<String> found(Caller caller, Instance instance, Consumer<JobFilter> filter) {
    return elements(jobs(caller, instance, filter).send().join());
  }

  @OnEveryTarget
  void textsAreComparedAndMatched(Caller caller) {
    Instance instance = fourJobs(caller);
    assertThat(found(caller, instance, f -> f.elementId("C"))).containsExactly("C");
    assertThat(found(caller, instance, f -> f.elementId(p -> p.eq("C")))).containsExactly("C");
    assertThat(found(caller, instance, f -> f.elementId(p -> p.neq("C"))))
        .containsExactly("A", "B", "D");
    assertThat(found(caller, instance, f -> f.elementId(p -> p.in("A", "D", "X"))))
        .containsExactly("A", "D");
    assertThat(found(caller, instance, f -> f.type(p -> p.like(caller.id("") + "?"))))
        .containsExactly("A", "B", "C", "D");
    assertThat(found(caller, instance, f -> f.type(p -> p.like("*-c")))).containsExactly("C");
  }

  @OnEveryTarget
  void numbersAreCompared(Caller caller) {
    Instance instance = fourJobs(caller);
    assertThat(found(caller, instance, f -> f.retries(p -> p.gt(2)))).containsExactly("C", "D");
    assertThat(found(caller, instance, f -> f.retries(p -> p.gte(2))))
        .containsExactly("B", "C", "D");
    assertThat(found(caller, instance, f -> f.retries(p -> p.lt(3)))).containsExactly("A", "B");
    assertThat(found(caller, instance, f -> f.retries(p -> p.gt(1).lte(3))))
        .containsExactly("B", "C");
  }

  @OnEveryTarget
  void wordsAreComparedOrLeftOut(Caller caller) {
    Instance instance = fourJobs(caller);
    assertThat(found(caller, instance, f -> f.state(p -> p.neq(JobState.COMPLETED))))
        .containsExactly("B", "C", "D");
    assertThat(
            found(caller, instance, f -> f.state(p -> p.in(JobState.COMPLETED, JobState.FAILED))))
        .containsExactly("A", "B");
    assertThat(found(caller, instance, f -> f.state(JobState.FAILED))).containsExactly("B");
    assertThat(found(caller, instance, f -> f.hasFailedWithRetriesLeft(true))).containsExactly("B");
  }

  @OnEveryTarget
  void keysAreLeftOut(Caller caller) {
    Instance instance = fourJobs(caller);
    List<Long> keys =
        jobs(caller, instance, f -> {}).send().join().items().stream().map(Job::getJobKey).toList();
    assertThat(found(caller, instance, f -> f.jobKey(p -> p.notIn(keys.get(0), keys.get(2)))))
        .containsExactly("B", "D");
    assertThat(found(caller, instance, f -> f.jobKey(p -> p.in(keys.get(0), keys.get(2)))))
        .containsExactly("A", "C");
  }

  @OnEveryTarget
  void whatIsAbsentIsAskedFor(Caller caller) {
    Instance instance = fourJobs(caller);
    assertThat(found(caller, instance, f -> f.endTime(p -> p.exists(true)))).containsExactly("A");
    assertThat(found(caller, instance, f -> f.endTime(p -> p.exists(false))))
        .containsExactly("B", "C", "D");
  }

  @OnEveryTarget
  void datesAreCompared(Caller caller) {
    Instance instance = fourJobs(caller);
    var end = jobs(caller, instance, f -> f.elementId("A")).send().join().singleItem().getEndTime();
    assertThat(found(caller, instance, f -> f.endTime(p -> p.gte(end).lte(end))))
        .containsExactly("A");
    assertThat(found(caller, instance, f -> f.endTime(p -> p.lt(end)))).isEmpty();
    assertThat(found(caller, instance, f -> f.endTime(end))).containsExactly("A");
  }

  @OnEveryTarget
  void resultsAreSortedBySeveralAttributes(Caller caller) {
    Instance instance = fourJobs(caller);
    SearchResponse<Job> found =
        caller
            .client()
            .newJobSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()))
            .sort(s -> s.state().asc().retries().desc())
            .send()
            .join();
    assertThat(elements(found)).containsExactly("A", "D", "C", "B");
  }

  private static SearchResponse<Job> page(
      Caller caller, Instance instance, UnaryOperator<JobSearchRequest> page) {
    return page.apply(jobs(caller, instance, f -> {})).send().join();
  }

  @OnEveryTarget
  void aPageBeginsAtAnOffset(Caller caller) {
    Instance instance = fourJobs(caller);
    SearchResponse<Job> found = page(caller, instance, jobs -> jobs.page(p -> p.from(1).limit(2)));
    assertThat(elements(found)).containsExactly("B", "C");
    assertThat(found.page().totalItems()).isEqualTo(4);
    assertThat(elements(page(caller, instance, jobs -> jobs.page(p -> p.from(4))))).isEmpty();
  }

  @OnEveryTarget
  void aPageBeginsAfterACursorOrEndsBeforeOne(Caller caller) {
    Instance instance = fourJobs(caller);
    List<String> walked = new ArrayList<>();
    SearchResponse<Job> page = page(caller, instance, jobs -> jobs.page(p -> p.limit(3)));
    SearchResponse<Job> last = page;
    while (!page.items().isEmpty()) {
      walked.addAll(elements(page));
      last = page;
      String cursor = page.page().endCursor();
      page = page(caller, instance, jobs -> jobs.page(p -> p.limit(3).after(cursor)));
    }
    assertThat(walked).containsExactly("A", "B", "C", "D");
    String cursor = last.page().startCursor();
    assertThat(elements(page(caller, instance, jobs -> jobs.page(p -> p.limit(2).before(cursor)))))
        .containsExactly("B", "C");
  }

  @OnEveryTarget
  void aPageHasItsBounds(Caller caller) {
    Instance instance = fourJobs(caller);
    Refusal.INVALID_ARGUMENT.of(
        () -> page(caller, instance, jobs -> jobs.page(p -> p.limit(10_001))), "limit", "10000");
    Refusal.INVALID_ARGUMENT.of(
        () -> page(caller, instance, jobs -> jobs.page(p -> p.after("nonsense"))), "cursor");
  }

  private static List<Long> instances(Caller caller, Consumer<ProcessInstanceFilter> filter) {
    return caller
        .client()
        .newProcessInstanceSearchRequest()
        .filter(
            f -> {
              f.processDefinitionId(caller.id());
              filter.accept(f);
            })
        .send()
        .join()
        .items()
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .toList();
  }

  @OnEveryTarget
  void instancesAreFoundByTheirVariables(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance north = caller.start(Map.of("side", "north", "n", 1));
    Instance south = caller.start(Map.of("side", "south", "n", 1));
    assertThat(instances(caller, f -> f.variables(Map.of("side", "\"north\"", "n", "1"))))
        .containsExactly(north.key());
    assertThat(
            instances(
                caller, f -> f.variables(List.of(v -> v.name("side").value(p -> p.like("*h\""))))))
        .containsExactly(north.key(), south.key());
  }

  @OnEveryTarget
  void instancesAreFoundByStateElementAndIncident(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance waiting = caller.start();
    Instance stopped = caller.start();
    Instance cancelled = caller.start();
    List<ActivatedJob> jobs = caller.jobs("work");
    caller.fail(jobs.get(1), 0);
    cancelled.cancel();
    assertThat(instances(caller, f -> f.state(ProcessInstanceState.ACTIVE)))
        .containsExactly(waiting.key(), stopped.key());
    assertThat(instances(caller, f -> f.hasIncident(true))).containsExactly(stopped.key());
    assertThat(instances(caller, f -> f.errorMessage("it broke"))).containsExactly(stopped.key());
    assertThat(instances(caller, f -> f.elementId("Work").hasElementInstanceIncident(false)))
        .containsExactly(waiting.key(), cancelled.key());
    assertThat(
            instances(
                caller,
                f ->
                    f.orFilters(
                        List.of(
                            or -> or.processInstanceKey(cancelled.key()),
                            or -> or.hasIncident(true)))))
        .containsExactly(stopped.key(), cancelled.key());
  }

  @OnEveryTarget
  void aLongValueIsCutInSearchesAndWholeByItself(Caller caller) {
    caller.deploy(caller.process().startEvent().endEvent().done());
    String text = "x".repeat(10_000);
    Instance instance = caller.start(Map.of("text", text));
    var cut =
        caller
            .client()
            .newVariableSearchRequest()
            .filter(f -> f.processInstanceKey(instance.key()).name("text"))
            .send()
            .join()
            .singleItem();
    assertThat(cut.isTruncated()).isTrue();
    assertThat(cut.getValue()).hasSize(8191);
    var whole = caller.client().newVariableGetRequest(cut.getVariableKey()).send().join();
    assertThat(whole.getValue()).isEqualTo("\"" + text + "\"");
    assertThat(
            caller
                .client()
                .newVariableSearchRequest()
                .filter(f -> f.processInstanceKey(instance.key()))
                .withFullValues()
                .send()
                .join()
                .singleItem()
                .getValue())
        .hasSize(10_002);
  }
}
