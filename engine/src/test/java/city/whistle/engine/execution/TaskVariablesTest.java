package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.ResolveIncident;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that are set at a user task's element: an update of the task. */
class TaskVariablesTest {

  private static final BpmnModelInstance MODEL =
      Bpmn.createExecutableProcess("p")
          .startEvent()
          .userTask(
              "Ask",
              t ->
                  t.zeebeUserTask()
                      .zeebeInputExpression("1", "mine")
                      .zeebeTaskListener(l -> l.updating().type("first"))
                      .zeebeTaskListener(l -> l.updating().type("second")))
          .endEvent()
          .done();

  private final MemoryEngine engine = new MemoryEngine();

  private UserTask start() {
    engine.deploy(MODEL);
    engine.start("p");
    return task();
  }

  private UserTask task() {
    return engine.state.userTasks.all().iterator().next();
  }

  private CompletableFuture<Void> set(boolean local) {
    JsonValue variables = JsonValue.of(Map.of("mine", 2L, "n", 3L));
    return engine.run(new SetVariables(task().elementInstanceKey(), variables, local)).done();
  }

  @Test
  void areSetWhenTheListenersAreThrough() {
    UserTask task = start();
    CompletableFuture<Void> done = set(false);
    JobsActivated.ActivatedJob job = engine.activate("first").get(0);
    assertThat(job.variables().members()).containsEntry("mine", 2L).containsEntry("n", 3L);
    assertThat(job.userTask().state()).isEqualTo(UserTask.State.UPDATING);
    assertThat(job.userTask().pending().action()).isEqualTo("update");
    assertThat(job.userTask().changedAttributes()).containsExactly("variables");
    engine.run(new CompleteJob(job.job().key(), JsonValue.EMPTY_OBJECT, null));
    assertThat(engine.variables(task.processInstanceKey())).isEmpty();
    assertThat(done).isNotDone();

    engine.completeJob("second");
    assertThat(done).isCompleted();
    assertThat(engine.variables(task.processInstanceKey())).isEqualTo(Map.of("n", 3L));
    assertThat(engine.variables(task.elementInstanceKey())).isEqualTo(Map.of("mine", 2L));
    assertThat(task().state()).isEqualTo(UserTask.State.CREATED);
  }

  @Test
  void stayAtTheTaskWhereThatIsWanted() {
    UserTask task = start();
    set(true);
    engine.completeJob("first");
    engine.completeJob("second");
    assertThat(engine.variables(task.processInstanceKey())).isEmpty();
    assertThat(engine.variables(task.elementInstanceKey())).isEqualTo(Map.of("mine", 2L, "n", 3L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areNotSetWhereAListenerDenies(boolean local) {
    UserTask task = start();
    CompletableFuture<Void> done = set(local);
    engine.completeJob("first");
    long job = engine.activate("second").get(0).job().key();
    TaskListenerResult no = new TaskListenerResult(true, "too late", TaskChanges.NONE);
    engine.run(new CompleteJob(job, JsonValue.EMPTY_OBJECT, no));
    assertThat(done).isCompletedExceptionally();
    assertThatThrownBy(done::join)
        .hasRootCauseMessage(
            "The transition of user task '%d' (UPDATING) was denied by a task listener. Reason: too late"
                .formatted(task.key()));
    assertThat(engine.variables(task.processInstanceKey())).isEmpty();
    assertThat(engine.variables(task.elementInstanceKey())).isEqualTo(Map.of("mine", 1L));
  }

  @Test
  void areSetAtOnceWhereNobodyListens() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .userTask("Ask", t -> t.zeebeUserTask())
            .endEvent()
            .done());
    long key = engine.start("p");
    assertThat(set(false)).isCompleted();
    assertThat(engine.variables(key)).containsEntry("n", 3L);
  }

  @Test
  void areRefusedWhileAnotherTransitionIsUnderWay() {
    start();
    set(false);
    assertThatThrownBy(() -> set(true))
        .isInstanceOfSatisfying(
            Rejection.class, e -> assertThat(e.type()).isEqualTo(Rejection.Type.INVALID_STATE));
  }

  @Test
  void ofTheProcessAreNotTheTasks() {
    UserTask task = start();
    engine.run(new SetVariables(task.processInstanceKey(), JsonValue.of(Map.of("n", 3L)), false));
    assertThat(engine.variables(task.processInstanceKey())).isEqualTo(Map.of("n", 3L));
    assertThat(task().state()).isEqualTo(UserTask.State.CREATED);
  }

  @Test
  void mendATransitionThatAnIncidentStopped() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .userTask(
                "Ask",
                t ->
                    t.zeebeUserTask()
                        .zeebeInputExpression("null", "type")
                        .zeebeTaskListener(l -> l.assigning().typeExpression("type")))
            .endEvent()
            .done());
    engine.start("p");
    engine.run(new AssignUserTask(task().key(), "li", true, null));
    long incident = engine.incidents().get(0).key();
    engine.run(
        new SetVariables(
            task().elementInstanceKey(), JsonValue.of(Map.of("type", "listen")), true));
    engine.run(new ResolveIncident(incident));
    engine.completeJob("listen");
    assertThat(task().attributes().assignee()).isEqualTo("li");
  }
}
