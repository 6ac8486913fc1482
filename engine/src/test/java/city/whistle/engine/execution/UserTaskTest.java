package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UserTaskTest {

  private final MemoryEngine engine = new MemoryEngine();

  private static BpmnModelInstance model(boolean listener) {
    return Bpmn.createExecutableProcess("p")
        .startEvent()
        .userTask(
            "Decide",
            t -> {
              t.zeebeUserTask()
                  .zeebeCandidateGroupsExpression("[\"street:\" + code]")
                  .zeebeTaskPriority("70")
                  .zeebeDueDateExpression("due");
              if (listener) {
                t.zeebeTaskListener(
                    l -> l.eventType(ZeebeTaskListenerEventType.completing).type("record"));
              }
            })
        .endEvent()
        .done();
  }

  private UserTask start(boolean listener) {
    engine.deploy(model(listener));
    engine.start("p", Map.of("code", "7", "due", "2026-03-09T09:00:00+08:00"));
    return task();
  }

  private UserTask task() {
    return engine.state.userTasks.all().iterator().next();
  }

  @Test
  void hasTheAttributesThatItsModelGives() {
    UserTask task = start(false);
    assertThat(task.state()).isEqualTo(UserTask.State.CREATED);
    assertThat(task.attributes().candidateGroups()).containsExactly("street:7");
    assertThat(task.attributes().priority()).isEqualTo(70);
    assertThat(task.attributes().dueDate()).isEqualTo("2026-03-09T09:00:00+08:00");
  }

  @Test
  void itsResultGoesOnWithTheProcess() {
    UserTask task = start(false);
    engine.run(new CompleteUserTask(task.key(), JsonValue.of(Map.of("outcome", "settled")), null));
    assertThat(engine.stateOf(task.processInstanceKey()))
        .isEqualTo(ProcessInstance.State.COMPLETED);
    assertThat(engine.variables(task.processInstanceKey())).containsEntry("outcome", "settled");
    engine.assertNothingOpen();
  }

  @Test
  void canBeDoneOnlyOnce() {
    UserTask task = start(false);
    engine.run(new CompleteUserTask(task.key(), JsonValue.EMPTY_OBJECT, null));
    assertThatThrownBy(
            () -> engine.run(new CompleteUserTask(task.key(), JsonValue.EMPTY_OBJECT, null)))
        .isInstanceOfSatisfying(
            Rejection.class, e -> assertThat(e.type()).isEqualTo(Rejection.Type.NOT_FOUND));
  }

  @Test
  void isNotTakenFromSomebodyWithoutLeave() {
    UserTask task = start(false);
    engine.run(new AssignUserTask(task.key(), "li", false, null));
    assertThat(task().attributes().assignee()).isEqualTo("li");
    assertThatThrownBy(() -> engine.run(new AssignUserTask(task.key(), "wang", false, null)))
        .isInstanceOf(Rejection.class);
    engine.run(new AssignUserTask(task.key(), "wang", true, null));
    assertThat(task().attributes().assignee()).isEqualTo("wang");
  }

  @Test
  void anUpdateChangesWhatItNamesAndNothingElse() {
    UserTask task = start(false);
    engine.run(
        new UpdateUserTask(
            task.key(), new TaskChanges(null, null, List.of("li"), null, null, null), null));
    assertThat(task().attributes().candidateUsers()).containsExactly("li");
    assertThat(task().attributes().candidateGroups()).containsExactly("street:7");
    assertThat(task().attributes().priority()).isEqualTo(70);
  }

  @Test
  void isCompletedOnceItsListenerHasSeenTheResult() {
    UserTask task = start(true);
    CompletableFuture<Void> done =
        engine
            .run(new CompleteUserTask(task.key(), JsonValue.of(Map.of("outcome", "settled")), null))
            .done();
    assertThat(done).isNotDone();
    assertThat(task().state()).isEqualTo(UserTask.State.COMPLETING);
    JobsActivated.ActivatedJob job = engine.activate("record").get(0);
    assertThat(job.variables().members()).containsEntry("outcome", "settled");
    assertThat(job.userTask().pending().action()).isEqualTo("complete");

    engine.run(new CompleteJob(job.job().key(), JsonValue.EMPTY_OBJECT, null));
    assertThat(done).isCompleted();
    assertThat(engine.variables(task.processInstanceKey())).containsEntry("outcome", "settled");
    engine.assertNothingOpen();
  }

  @Test
  void staysOpenWhereItsListenerDenies() {
    UserTask task = start(true);
    CompletableFuture<Void> done =
        engine.run(new CompleteUserTask(task.key(), JsonValue.EMPTY_OBJECT, null)).done();
    long job = engine.activate("record").get(0).job().key();
    TaskListenerResult no = new TaskListenerResult(true, "not yet", TaskChanges.NONE);
    engine.run(new CompleteJob(job, JsonValue.EMPTY_OBJECT, no));
    assertThat(done)
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("not yet");
    assertThat(task().state()).isEqualTo(UserTask.State.CREATED);
    assertThat(engine.active(task.processInstanceKey())).containsExactly("Decide");
  }
}
