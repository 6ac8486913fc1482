package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class UserTasksTest {

  @OnEveryTarget
  void aTaskShowsWhatItsModelSays(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeAssigneeExpression("who")
                    .zeebeCandidateGroups("north, south")
                    .zeebeCandidateUsersExpression("[\"ann\", \"bob\"]")
                    .zeebeDueDateExpression("now() + duration(\"PT1H\")")
                    .zeebeFollowUpDate("2030-01-02T03:04:05Z")
                    .zeebeTaskPriority("70")
                    .zeebeExternalFormReference("ask-form")));
    UserTask task = caller.userTask(caller.start(Map.of("who", "eva")));
    assertThat(task.getState()).isEqualTo(UserTaskState.CREATED);
    assertThat(task.getAssignee()).isEqualTo("eva");
    assertThat(task.getCandidateGroups()).containsExactly("north", "south");
    assertThat(task.getCandidateUsers()).containsExactly("ann", "bob");
    assertThat(task.getDueDate()).isAfter(task.getCreationDate());
    assertThat(task.getFollowUpDate()).isEqualTo(OffsetDateTime.parse("2030-01-02T03:04:05Z"));
    assertThat(task.getPriority()).isEqualTo(70);
    assertThat(task.getExternalFormReference()).isEqualTo("ask-form");
  }

  @OnEveryTarget
  void aTaskIsAssignedUpdatedAndCompleted(Caller caller) {
    caller.deploy(caller.oneTask());
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    assertThat(caller.userTask(instance).getPriority()).isEqualTo(50);
    caller.client().newAssignUserTaskCommand(key).assignee("ann").send().join();
    caller.client().newUpdateUserTaskCommand(key).priority(80).send().join();
    UserTask task = caller.userTask(instance);
    assertThat(task.getAssignee()).isEqualTo("ann");
    assertThat(task.getPriority()).isEqualTo(80);

    caller.client().newUnassignUserTaskCommand(key).send().join();
    assertThat(caller.userTask(instance).getAssignee()).isNull();

    caller.client().newCompleteUserTaskCommand(key).variable("answer", 42).send().join();
    instance.isCompleted();
    assertThat(instance.variables()).isEqualTo(Map.of("answer", "42"));
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.COMPLETED);
    Refusal.NOT_FOUND.of(() -> caller.client().newCompleteUserTaskCommand(key).send().join());
  }

  @OnEveryTarget
  void anAssignedTaskIsNotTakenFromItsAssigneeUnlessWanted(Caller caller) {
    caller.deploy(caller.oneTask());
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    caller.client().newAssignUserTaskCommand(key).assignee("ann").send().join();
    Refusal.FAILED_PRECONDITION.of(
        () ->
            caller
                .client()
                .newAssignUserTaskCommand(key)
                .assignee("bob")
                .allowOverride(false)
                .send()
                .join());
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("ann");
  }

  @OnEveryTarget
  void allThatAModelSaysOfATaskCanBeChangedAndCleared(Caller caller) {
    caller.deploy(caller.oneTask());
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    caller
        .client()
        .newUpdateUserTaskCommand(key)
        .candidateGroups("north", "south")
        .candidateUsers("ann")
        .dueDate("2030-01-02T03:04:05Z")
        .followUpDate("2030-01-01T00:00:00+08:00")
        .priority(0)
        .send()
        .join();
    UserTask task = task(caller, key);
    assertThat(task.getCandidateGroups()).containsExactly("north", "south");
    assertThat(task.getCandidateUsers()).containsExactly("ann");
    assertThat(task.getDueDate()).isEqualTo(OffsetDateTime.parse("2030-01-02T03:04:05Z"));
    assertThat(task.getFollowUpDate()).isEqualTo(OffsetDateTime.parse("2029-12-31T16:00:00Z"));
    assertThat(task.getPriority()).isZero();
    caller
        .client()
        .newUpdateUserTaskCommand(key)
        .clearCandidateGroups()
        .clearCandidateUsers()
        .clearDueDate()
        .clearFollowUpDate()
        .send()
        .join();
    task = task(caller, key);
    assertThat(task.getCandidateGroups()).isEmpty();
    assertThat(task.getCandidateUsers()).isEmpty();
    assertThat(task.getDueDate()).isNull();
    assertThat(task.getFollowUpDate()).isNull();
    assertThat(task.getPriority()).isZero();
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.client().newUpdateUserTaskCommand(key).priority(101).send().join(),
        "priority");
  }

  private static UserTask task(Caller caller, long key) {
    return caller.client().newUserTaskGetRequest(key).send().join();
  }

  @OnEveryTarget
  void aTaskThatIsNotThereIsNotFound(Caller caller) {
    Refusal.NOT_FOUND.of(() -> task(caller, 1), "1");
    Refusal.NOT_FOUND.of(
        () -> caller.client().newAssignUserTaskCommand(1).assignee("ann").send().join());
    Refusal.NOT_FOUND.of(() -> caller.client().newUnassignUserTaskCommand(1).send().join());
    Refusal.NOT_FOUND.of(() -> caller.client().newUserTaskGetFormRequest(1).send().join());
  }

  @OnEveryTarget
  void aTaskSeesTheVariablesOfAllItsScopes(Caller caller) {
    caller.deploy(caller.oneTask(t -> t.zeebeInputExpression("n + 1", "m")));
    Instance instance = caller.start(Map.of("n", 1));
    long key = caller.userTask(instance).getUserTaskKey();
    assertThat(
            caller
                .client()
                .newUserTaskVariableSearchRequest(key)
                .filter(f -> f.name(p -> p.in("m", "n")))
                .sort(s -> s.name().asc())
                .send()
                .join()
                .items())
        .extracting(Variable::getName, Variable::getValue)
        .containsExactly(tuple("m", "2"), tuple("n", "1"));
  }

  @OnEveryTarget
  void tasksAreFoundByWhoMayDoThem(Caller caller) {
    caller.deploy(caller.oneTask(t -> t.zeebeCandidateGroups(caller.id("north"))));
    Instance first = caller.start();
    Instance second = caller.start();
    long key = caller.userTask(second).getUserTaskKey();
    caller.client().newAssignUserTaskCommand(key).assignee(caller.id("ann")).send().join();
    assertThat(tasks(caller, f -> f.candidateGroup(caller.id("north"))))
        .containsExactly(first.key(), second.key());
    assertThat(tasks(caller, f -> f.assignee(caller.id("ann")))).containsExactly(second.key());
    assertThat(
            tasks(caller, f -> f.candidateGroup(caller.id("north")).assignee(p -> p.exists(false))))
        .containsExactly(first.key());
  }

  private static List<Long> tasks(Caller caller, Consumer<UserTaskFilter> filter) {
    return caller.client().newUserTaskSearchRequest().filter(filter).send().join().items().stream()
        .map(UserTask::getProcessInstanceKey)
        .toList();
  }

  @OnEveryTarget
  void theTaskOfACancelledInstanceIsCanceled(Caller caller) {
    caller.deploy(caller.oneTask());
    Instance instance = caller.start();
    instance.cancel();
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CANCELED);
  }

  @OnEveryTarget
  void aTaskHasTheLatestVersionOfItsForm(Caller caller) {
    String form = "{\"id\":\"%s\",\"type\":\"default\",\"components\":[],\"schemaVersion\":%d}";
    caller.deploy("ask.form", form.formatted(caller.id("form"), 1));
    caller.deploy("ask.form", form.formatted(caller.id("form"), 2));
    caller.deploy(caller.oneTask(t -> t.zeebeFormId(caller.id("form"))));
    UserTask task = caller.userTask(caller.start());
    var found = caller.client().newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();
    assertThat(found.getFormId()).isEqualTo(caller.id("form"));
    assertThat(found.getVersion()).isEqualTo(2);
  }

  private static BpmnModelInstance listened(Caller caller) {
    return caller.oneTask(
        t ->
            t.zeebeTaskListener(l -> l.creating().type(caller.id("creating")))
                .zeebeTaskListener(l -> l.assigning().type(caller.id("assigning")))
                .zeebeTaskListener(l -> l.updating().type(caller.id("updating")))
                .zeebeTaskListener(l -> l.completing().type(caller.id("completing")))
                .zeebeTaskListener(l -> l.completing().type(caller.id("completing2")))
                .zeebeTaskListener(l -> l.canceling().type(caller.id("canceling"))));
  }

  @OnEveryTarget
  void listenersAreHeardInTheirOrderBeforeATransitionIsTrue(Caller caller) {
    caller.deploy(listened(caller));
    Instance instance = caller.start();
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CREATING);
    caller.complete("creating");
    long key = caller.userTask(instance).getUserTaskKey();

    var assigned = caller.client().newAssignUserTaskCommand(key).assignee("ann").send();
    caller.complete(caller.awaitJob("assigning"), Map.of());
    assigned.join();
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("ann");

    var completed = caller.client().newCompleteUserTaskCommand(key).variable("answer", 1).send();
    ActivatedJob first = caller.awaitJob("completing");
    assertThat(first.getVariablesAsMap()).containsEntry("answer", 1);
    assertThat(first.getUserTask().getAssignee()).isEqualTo("ann");
    assertThat(caller.jobs("completing2")).isEmpty();
    caller.complete(first, Map.of());
    caller.complete("completing2");
    completed.join();
    instance.isCompleted();
  }

  @OnEveryTarget
  void aListenerDeniesATransition(Caller caller) {
    caller.deploy(listened(caller));
    Instance instance = caller.start();
    caller.complete("creating");
    long key = caller.userTask(instance).getUserTaskKey();
    caller.client().newCompleteUserTaskCommand(key).variable("answer", 1).send();
    caller
        .client()
        .newCompleteCommand(caller.awaitJob("completing"))
        .withResult(r -> r.forUserTask().deny(true, "not yet"))
        .send()
        .join();
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CREATED);
    assertThat(instance.variables()).isEmpty();
    assertThat(instance.active()).containsExactly("Ask");
  }

  @OnEveryTarget
  void aListenerCorrectsATask(Caller caller) {
    caller.deploy(listened(caller));
    Instance instance = caller.start();
    caller
        .client()
        .newCompleteCommand(caller.job("creating"))
        .withResult(
            r ->
                r.forUserTask()
                    .correctAssignee("bob")
                    .correctCandidateGroups(List.of("west"))
                    .correctPriority(1))
        .send()
        .join();
    UserTask task = caller.userTask(instance);
    assertThat(task.getCandidateGroups()).containsExactly("west");
    assertThat(task.getPriority()).isEqualTo(1);
  }

  @OnEveryTarget
  void aCancellationWaitsForItsListener(Caller caller) {
    caller.deploy(listened(caller));
    Instance instance = caller.start();
    caller.complete("creating");
    instance.cancel();
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CANCELING);
    caller.complete("canceling");
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CANCELED);
    assertThat(instance.terminated()).containsExactly("Ask");
  }
}
