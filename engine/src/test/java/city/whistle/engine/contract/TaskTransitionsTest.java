package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.CompleteUserTaskJobResultStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What task listeners see of a transition, and what becomes of it. */
class TaskTransitionsTest {

  private static void correct(
      Caller caller, String type, Consumer<CompleteUserTaskJobResultStep1> corrections) {
    correct(caller, caller.awaitJob(type), corrections);
  }

  private static void correct(
      Caller caller, ActivatedJob job, Consumer<CompleteUserTaskJobResultStep1> corrections) {
    caller
        .client()
        .newCompleteCommand(job)
        .withResult(
            r -> {
              var result = r.forUserTask();
              corrections.accept(result);
              return result;
            })
        .send()
        .join();
  }

  private static void deny(Caller caller, String type) {
    correct(caller, type, r -> r.deny(true, "no"));
  }

  @OnEveryTarget
  void whomTheModelNamesIsAssignedWhenTheAssigningListenersAreThrough(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeAssignee("anna")
                    .zeebeTaskListener(l -> l.creating().type(caller.id("creating")))
                    .zeebeTaskListener(l -> l.assigning().type(caller.id("assigning")))));
    Instance instance = caller.start();
    ActivatedJob creating = caller.job("creating");
    assertThat(creating.getUserTask().getAssignee()).isEqualTo("anna");
    assertThat(creating.getUserTask().getChangedAttributes()).isEmpty();
    assertThat(caller.userTask(instance).getAssignee()).isNull();
    caller.complete(creating, Map.of());

    ActivatedJob assigning = caller.job("assigning");
    assertThat(assigning.getUserTask().getAssignee()).isEqualTo("anna");
    assertThat(assigning.getUserTask().getAction()).isEqualTo("assign");
    assertThat(assigning.getUserTask().getChangedAttributes()).containsExactly("assignee");
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.ASSIGNING);
    assertThat(caller.userTask(instance).getAssignee()).isNull();
    caller.complete(assigning, Map.of());
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("anna");
    instance.cancel();
  }

  @OnEveryTarget
  void aNewTaskWhoseAssignmentIsDeniedIsNobodys(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeAssignee("anna")
                    .zeebeTaskListener(l -> l.assigning().type(caller.id("assigning")))));
    Instance instance = caller.start();
    deny(caller, "assigning");
    UserTask task = caller.userTask(instance);
    assertThat(task.getState()).isEqualTo(UserTaskState.CREATED);
    assertThat(task.getAssignee()).isNull();
    instance.cancel();
  }

  @OnEveryTarget
  void whomTheModelNamesIsNotCorrectedAtCreation(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeAssignee("anna")
                    .zeebeTaskListener(l -> l.creating().type(caller.id("creating")))
                    .zeebeTaskListener(l -> l.assigning().type(caller.id("assigning")))));
    Instance instance = caller.start();
    ActivatedJob creating = caller.job("creating");
    Refusal.INVALID_ARGUMENT.of(
        () -> correct(caller, creating, r -> r.correctAssignee("bob")), "assignee");
    Refusal.INVALID_ARGUMENT.of(() -> correct(caller, creating, r -> r.correctAssignee("")));
    correct(caller, creating, r -> r.correctPriority(7));
    correct(caller, "assigning", r -> r.correctAssignee("bob"));
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("bob");
    assertThat(caller.userTask(instance).getPriority()).isEqualTo(7);
    instance.cancel();
  }

  @OnEveryTarget
  void whomACreatingListenerNamesIsAssignedWithoutAssigningListeners(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeTaskListener(l -> l.creating().type(caller.id("creating")))
                    .zeebeTaskListener(l -> l.creating().type(caller.id("creating2")))
                    .zeebeTaskListener(l -> l.assigning().type(caller.id("assigning")))));
    Instance instance = caller.start();
    correct(caller, "creating", r -> r.correctAssignee("bob"));
    ActivatedJob second = caller.job("creating2");
    assertThat(second.getUserTask().getAssignee()).isEqualTo("bob");
    assertThat(second.getUserTask().getChangedAttributes()).containsExactly("assignee");
    caller.complete(second, Map.of());
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CREATED);
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("bob");
    assertThat(caller.jobs("assigning")).isEmpty();
    instance.cancel();
  }

  @OnEveryTarget
  void creationAndCancellationCantBeDenied(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeTaskListener(l -> l.creating().type(caller.id("creating")))
                    .zeebeTaskListener(l -> l.canceling().type(caller.id("canceling")))));
    Instance instance = caller.start();
    ActivatedJob creating = caller.job("creating");
    Refusal.INVALID_ARGUMENT.of(() -> correct(caller, creating, r -> r.deny(true)));
    caller.complete(creating, Map.of());
    instance.cancel();
    ActivatedJob canceling = caller.job("canceling");
    Refusal.INVALID_ARGUMENT.of(() -> correct(caller, canceling, r -> r.deny(true)));
    correct(caller, canceling, r -> r.correctPriority(1));
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CANCELED);
    assertThat(caller.userTask(instance).getPriority()).isEqualTo(1);
  }

  @OnEveryTarget
  void laterListenersSeeWhatEarlierOnesCorrectedAmongTheChanges(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeTaskListener(l -> l.assigning().type(caller.id("first")))
                    .zeebeTaskListener(l -> l.assigning().type(caller.id("second")))
                    .zeebeTaskListener(l -> l.assigning().type(caller.id("third")))));
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    var assigned = caller.client().newAssignUserTaskCommand(key).assignee("ann").send();
    ActivatedJob first = caller.awaitJob("first");
    assertThat(first.getUserTask().getChangedAttributes()).containsExactly("assignee");
    correct(caller, first, r -> r.correctPriority(70));
    ActivatedJob second = caller.job("second");
    assertThat(second.getUserTask().getChangedAttributes()).containsExactly("assignee", "priority");
    correct(caller, second, r -> r.correctPriority(50));
    ActivatedJob third = caller.job("third");
    assertThat(third.getUserTask().getChangedAttributes()).containsExactly("assignee");
    caller.complete(third, Map.of());
    assigned.join();
    instance.cancel();
  }

  @OnEveryTarget
  void anUpdateNamesOnlyWhatItChanges(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeTaskListener(l -> l.updating().type(caller.id("first")))
                    .zeebeTaskListener(l -> l.updating().type(caller.id("second")))));
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    var updated =
        caller
            .client()
            .newUpdateUserTaskCommand(key)
            .priority(50)
            .dueDate("2030-01-02T03:04:05Z")
            .send();
    ActivatedJob first = caller.awaitJob("first");
    assertThat(first.getUserTask().getChangedAttributes()).containsExactly("dueDate");
    correct(caller, first, r -> r.correctAssignee("bob").correctCandidateUsers(List.of("bob")));
    ActivatedJob second = caller.job("second");
    assertThat(second.getUserTask().getChangedAttributes())
        .containsExactly("assignee", "candidateUsers", "dueDate");
    caller.complete(second, Map.of());
    updated.join();
    assertThat(caller.userTask(instance).getAssignee()).isEqualTo("bob");
    instance.cancel();
  }

  @OnEveryTarget
  void aCancellationTakesThePlaceOfATransitionUnderWay(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeTaskListener(l -> l.completing().type(caller.id("completing")))
                    .zeebeTaskListener(l -> l.completing().type(caller.id("completing2")))
                    .zeebeTaskListener(l -> l.canceling().type(caller.id("canceling")))));
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    var completed = caller.client().newCompleteUserTaskCommand(key).send();
    correct(caller, "completing", r -> r.correctPriority(1));
    ActivatedJob overtaken = caller.job("completing2");
    Refusal.FAILED_PRECONDITION.of(
        () -> caller.client().newAssignUserTaskCommand(key).assignee("ann").send().join());

    instance.cancel();
    assertThatThrownBy(completed::join).hasMessageContaining("canceled");
    Refusal.NOT_FOUND.of(() -> caller.complete(overtaken, Map.of()));
    caller.complete("canceling");
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.CANCELED);
    assertThat(caller.userTask(instance).getPriority()).isEqualTo(50);
  }

  @OnEveryTarget
  void aListenerWhosePropertyFailsIsAnIncidentAndNotItsForerunnersFault(Caller caller) {
    caller.deploy(
        caller.oneTask(
            t ->
                t.zeebeTaskListener(l -> l.completing().type(caller.id("first")))
                    .zeebeTaskListener(l -> l.completing().typeExpression("type"))));
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    var completed = caller.client().newCompleteUserTaskCommand(key).variable("n", 1).send();
    caller.complete(caller.awaitJob("first"), Map.of());
    instance.incident(IncidentErrorType.EXTRACT_VALUE_ERROR, "Ask");
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.COMPLETING);

    instance.repair(Map.of("type", caller.id("second")));
    caller.complete("first");
    ActivatedJob second = caller.job("second");
    assertThat(second.getVariablesAsMap()).containsEntry("n", 1);
    caller.complete(second, Map.of());
    completed.join();
    instance.isCompleted();
  }

  @OnEveryTarget
  void variablesSetAtATaskWaitForItsListeners(Caller caller) {
    caller.deploy(
        caller.oneTask(t -> t.zeebeTaskListener(l -> l.updating().type(caller.id("updating")))));
    Instance instance = caller.start();
    long element = instance.keyOf("Ask");
    var denied = set(caller, element);
    ActivatedJob job = caller.awaitJob("updating");
    assertThat(job.getVariablesAsMap()).containsEntry("n", 1);
    assertThat(job.getUserTask().getAction()).isEqualTo("update");
    assertThat(caller.userTask(instance).getState()).isEqualTo(UserTaskState.UPDATING);
    correct(caller, job, r -> r.deny(true, "too late"));
    Refusal.FAILED_PRECONDITION.of(denied::join, "too late");
    assertThat(instance.variables()).isEmpty();

    var done = set(caller, element);
    caller.complete(caller.awaitJob("updating"), Map.of());
    done.join();
    assertThat(instance.variables()).isEqualTo(Map.of("n", "1"));
    instance.cancel();
  }

  private static CamundaFuture<?> set(Caller caller, long element) {
    return caller.client().newSetVariablesCommand(element).variables(Map.of("n", 1)).send();
  }
}
