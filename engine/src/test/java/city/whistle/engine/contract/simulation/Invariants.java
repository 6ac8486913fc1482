package city.whistle.engine.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.JoinToken;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.UserTask;
import java.util.List;
import java.util.Map;

/** What must hold between any two commands. */
public final class Invariants {

  private final State state;
  private final Map<String, ProcessModel> models;
  private final ExpectedEvents events;

  /**
   * @param models of all processes in state, by their ids
   */
  public Invariants(State state, Map<String, ProcessModel> models) {
    this.state = state;
    this.models = models;
    this.events = new ExpectedEvents(state, models);
  }

  public void check() {
    state.processInstances.all().forEach(this::processInstance);
    state.elementInstances.all().forEach(this::elementInstance);
    state.jobs.all().forEach(this::job);
    state.joinTokens.all().forEach(this::joinToken);
    state.incidents.all().forEach(incident -> isOpen(incident.elementInstanceKey(), incident));
    state.userTasks.all().forEach(task -> isOpen(task.elementInstanceKey(), task));
    state.variables.all().forEach(variable -> isOpen(variable.scopeKey(), variable));
    state.loopItems.all().forEach(items -> isOpen(items.key(), items));
    state.loopResults.all().forEach(r -> state.variables.get(r.variableKey()));
    state.timers.all().forEach(timer -> waits(timer.elementInstanceKey(), timer));
    state.messageSubscriptions.all().forEach(s -> waits(s.elementInstanceKey(), s));
    state.signalSubscriptions.all().forEach(s -> waits(s.elementInstanceKey(), s));
  }

  /** Those of a process's start events belong to no instance. */
  private void waits(long elementInstanceKey, Row event) {
    if (elementInstanceKey != Row.NONE) {
      isOpen(elementInstanceKey, event);
    }
  }

  private ElementInstance isOpen(long elementInstanceKey, Row of) {
    assertThat(state.elementInstances.find(elementInstanceKey)).as("%s belongs to", of).isPresent();
    return state.elementInstances.get(elementInstanceKey);
  }

  private void processInstance(ProcessInstance instance) {
    isOpen(instance.key(), instance);
    if (instance.parentElementInstanceKey() != Row.NONE) {
      isOpen(instance.parentElementInstanceKey(), instance);
    }
  }

  private void joinToken(JoinToken token) {
    ElementInstance scope = isOpen(token.scopeKey(), token);
    assertThat(scope.state()).as("scope of %s", token).isEqualTo(ElementInstance.State.ACTIVE);
    assertThat(scope.pendingEvent()).as("scope of %s", token).isNull();
  }

  private void job(Job job) {
    isOpen(job.elementInstanceKey(), job);
    assertThat(state.incidentsByJob.count(job.key()))
        .as("incidents of %s", job)
        .isEqualTo(job.blocked() ? 1 : 0);
  }

  private void elementInstance(ElementInstance instance) {
    assertThat(instance.state().isEnd()).as("%s is open", instance).isFalse();
    scopeOf(instance);
    events.check(instance, isStopped(instance));
    handlers(instance);
    jobs(instance);
    progress(instance);
  }

  /** Of the event sub-processes that interrupt their scope one runs, and the scope remembers it. */
  private void handlers(ElementInstance scope) {
    long interrupting =
        state.elementsByScope.stream(scope.key())
            .filter(child -> child.type() == ElementType.EVENT_SUB_PROCESS)
            .filter(child -> isInterrupting(startOf(child)))
            .count();
    assertThat(interrupting)
        .as("event sub-processes that interrupted %s", scope)
        .isLessThanOrEqualTo(scope.interrupted() ? 1 : 0);
  }

  private Element startOf(ElementInstance scope) {
    ProcessModel model = models.get(scope.bpmnProcessId());
    Definition.Scope definition = (Definition.Scope) model.element(scope.elementId()).definition();
    return model.element(definition.startIds().get(0));
  }

  private void scopeOf(ElementInstance instance) {
    if (instance.scopeKey() == Row.NONE) {
      assertThat(state.processInstances.find(instance.key())).as("%s", instance).isPresent();
      return;
    }
    ElementInstance scope = isOpen(instance.scopeKey(), instance);
    assertThat(scope.state())
        .as("scope of %s", instance)
        .isIn(ElementInstance.State.ACTIVE, ElementInstance.State.TERMINATING);
  }

  /** An incident holds the step that the instance needs to go on. */
  private boolean isStopped(ElementInstance instance) {
    long stopped =
        state.incidentsByElement.stream(instance.key())
            .filter(incident -> incident.step() != null)
            .count();
    assertThat(stopped).as("stopped steps of %s", instance).isLessThanOrEqualTo(1);
    return stopped == 1;
  }

  private void jobs(ElementInstance instance) {
    List<Job> jobs = state.jobsByElement.list(instance.key());
    List<UserTask> tasks = state.userTasksByElement.list(instance.key());
    Job.Kind kind = isStopped(instance) ? null : expectedJob(instance, tasks);
    assertThat(jobs.stream().map(Job::kind))
        .as("jobs of %s", instance)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
    userTasks(instance, tasks);
  }

  /** Where an incident holds a step, that is either the task's transition or what makes it. */
  private void userTasks(ElementInstance instance, List<UserTask> tasks) {
    boolean mayHaveTask =
        instance.type() == ElementType.USER_TASK
            && (instance.state() == ElementInstance.State.ACTIVE
                || instance.state() == ElementInstance.State.TERMINATING);
    if (mayHaveTask && isStopped(instance)) {
      assertThat(tasks)
          .as("user tasks of %s", instance)
          .hasSizeLessThanOrEqualTo(1)
          .noneMatch(task -> task.state() == UserTask.State.CREATED);
    } else {
      assertThat(tasks).as("user tasks of %s", instance).hasSize(mayHaveTask ? 1 : 0);
    }
  }

  private Job.Kind expectedJob(ElementInstance instance, List<UserTask> tasks) {
    return switch (instance.state()) {
      case ACTIVATING, COMPLETING -> Job.Kind.EXECUTION_LISTENER;
      default -> {
        if (!tasks.isEmpty()) {
          yield tasks.get(0).state() == UserTask.State.CREATED ? null : Job.Kind.TASK_LISTENER;
        }
        yield instance.state() == ElementInstance.State.ACTIVE && isJob(instance)
            ? Job.Kind.BPMN_ELEMENT
            : null;
      }
    };
  }

  private boolean isJob(ElementInstance instance) {
    return instance.type() != ElementType.MULTI_INSTANCE_BODY
        && (elementOf(instance).definition() instanceof Definition.JobTask
            || elementOf(instance).definition() instanceof Definition.JobUserTask);
  }

  /** Whatever is active either waits for something or has something inside that does. */
  private void progress(ElementInstance instance) {
    boolean active =
        instance.state() == ElementInstance.State.ACTIVE
            || instance.state() == ElementInstance.State.TERMINATING;
    if (!active || isStopped(instance)) {
      return;
    }
    boolean waits =
        switch (instance.type()) {
          case PROCESS, SUB_PROCESS, EVENT_SUB_PROCESS, MULTI_INSTANCE_BODY ->
              state.elementsByScope.any(instance.key());
          case CALL_ACTIVITY -> state.instancesByCaller.count(instance.key()) == 1;
          case SERVICE_TASK, USER_TASK -> true;
          case RECEIVE_TASK, INTERMEDIATE_CATCH_EVENT, EVENT_BASED_GATEWAY ->
              instance.state() == ElementInstance.State.ACTIVE;
          default -> false;
        };
    assertThat(waits).as("%s waits for something", instance).isTrue();
  }

  private Element elementOf(ElementInstance instance) {
    return models.get(instance.bpmnProcessId()).element(instance.elementId());
  }

  static boolean waitsForEvent(Element element) {
    return element.definition() instanceof Definition.IntermediateCatchEvent
        || element.definition() instanceof Definition.ReceiveTask;
  }

  static EventDefinition eventOf(Element event) {
    if (event.definition() instanceof Definition.BoundaryEvent boundary) {
      return boundary.event();
    }
    if (event.definition() instanceof Definition.StartEvent start) {
      return start.event();
    }
    if (event.definition() instanceof Definition.ReceiveTask receive) {
      return receive.message();
    }
    return ((Definition.IntermediateCatchEvent) event.definition()).event();
  }

  static boolean isInterrupting(Element event) {
    if (event.definition() instanceof Definition.BoundaryEvent boundary) {
      return boundary.interrupting();
    }
    return !(event.definition() instanceof Definition.StartEvent start) || start.interrupting();
  }
}
