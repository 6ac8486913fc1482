package city.whistle.engine.execution;

import city.whistle.engine.json.Json;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.model.Listener;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Continuation;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import java.util.List;

/** Whether a plan fits what is under way in an instance. */
final class MigrationChecks {

  private final State state;

  MigrationChecks(State state) {
    this.state = state;
  }

  /**
   * @param all the process and everything under way inside it
   * @throws Rejection that names the first element that the plan doesn't fit
   */
  void check(long processInstanceKey, List<ElementInstance> all, MigrationPlan plan) {
    Refusals refusals = new Refusals(processInstanceKey);
    refuseUnderWay(processInstanceKey, refusals);
    CatchEventChecks events = new CatchEventChecks(plan, refusals);
    JoinChecks joins = new JoinChecks(state, plan, refusals);
    for (ElementInstance instance : all) {
      waits(instance, refusals);
      Element source = plan.source(instance.elementId());
      Element target =
          plan.target(source.id())
              .orElseThrow(() -> refusals.because("'%s' is active and isn't mapped", source.id()));
      if (instance.scopeKey() != Row.NONE) {
        sameKind(source, target, refusals);
        sameScope(instance, source, target, plan, refusals);
      }
      listeners(instance, source, target, refusals);
      events.check(source, target);
      joins.check(instance, target);
    }
  }

  /** Steps that a command left over know the elements and flows of the process as it is. */
  private void refuseUnderWay(long processInstanceKey, Refusals refusals) {
    for (Continuation left : state.continuations.all()) {
      for (Step step : Json.read(left.steps(), Step[].class)) {
        state
            .elementInstances
            .find(step.key())
            .filter(instance -> instance.processInstanceKey() == processInstanceKey)
            .ifPresent(
                instance -> {
                  throw refusals.because(
                      "'%s' goes on just now; try again when it waits", instance.elementId());
                });
      }
    }
  }

  /** Only what waits for somebody can be told to wait as another. */
  private void waits(ElementInstance instance, Refusals refusals) {
    if (instance.state() == ElementInstance.State.TERMINATING) {
      throw refusals.because("'%s' is about to end", instance.elementId());
    }
    if (instance.pendingEvent() != null && !instance.hasHappened()) {
      throw refusals.because("an event is under way at '%s'", instance.elementId());
    }
    if (instance.type() == ElementType.START_EVENT
        && instance.state() != ElementInstance.State.COMPLETING) {
      throw refusals.because(
          "the start event '%s' has not happened yet: resolve its incident first",
          instance.elementId());
    }
    for (Incident incident : state.incidentsByElement.list(instance.key())) {
      if (incident.step() != null && knowsFlowOrEvent(Json.read(incident.step(), Step.class))) {
        throw refusals.because(
            "an incident stopped '%s' on its way: resolve it first", instance.elementId());
      }
    }
  }

  private static boolean knowsFlowOrEvent(Step step) {
    return step instanceof Step.Trigger
        || step instanceof Step.Complete complete && hasAny(complete.flowIds())
        || step instanceof Step.Finish finish && hasAny(finish.flowIds());
  }

  private static boolean hasAny(List<String> flowIds) {
    return flowIds != null && !flowIds.isEmpty();
  }

  private static void sameKind(Element source, Element target, Refusals refusals) {
    if (source.type() != target.type()) {
      throw refusals.because(
          "'%s' is a %s and '%s' a %s: an element keeps its type",
          source.id(), source.type(), target.id(), target.type());
    }
    if (!source.definition().getClass().equals(target.definition().getClass())) {
      throw refusals.because(
          "'%s' is done in another way than '%s': one by a job and one by the engine itself",
          target.id(), source.id());
    }
    if (!CatchEventChecks.kindOf(source).equals(CatchEventChecks.kindOf(target))) {
      throw refusals.because(
          "'%s' is an event of another kind than '%s'", target.id(), source.id());
    }
    if (!repeatsAlike(source, target)) {
      throw refusals.because(
          "'%s' is repeated otherwise than '%s': both in parallel or both one after another, with the same output collection, or neither",
          target.id(), source.id());
    }
  }

  private static boolean repeatsAlike(Element source, Element target) {
    if (source.loop() == null || target.loop() == null) {
      return source.loop() == target.loop();
    }
    String results = source.loop().outputCollection();
    return source.loop().sequential() == target.loop().sequential()
        && (results == null
            ? target.loop().outputCollection() == null
            : results.equals(target.loop().outputCollection()));
  }

  /** What is repeated is inside its body, which has the same element. */
  private void sameScope(
      ElementInstance instance,
      Element source,
      Element target,
      MigrationPlan plan,
      Refusals refusals) {
    String around =
        plan.target(source.parentId())
            .map(Element::id)
            .orElseThrow(
                () -> refusals.because("'%s' is active and isn't mapped", source.parentId()));
    if (!around.equals(target.parentId())) {
      throw refusals.because(
          "'%s' is inside '%s', which becomes '%s', and '%s' is inside '%s': an element stays in its scope",
          source.id(), source.parentId(), around, target.id(), target.parentId());
    }
    boolean handles = instance.type() == ElementType.EVENT_SUB_PROCESS;
    if (handles
        && interrupts(plan.source(startOf(source))) != interrupts(plan.ofTarget(startOf(target)))) {
      throw refusals.because(
          "'%s' runs, and only one of it and '%s' interrupts what is around it",
          source.id(), target.id());
    }
  }

  private static String startOf(Element eventSubProcess) {
    return ((Definition.Scope) eventSubProcess.definition()).startIds().get(0);
  }

  private static boolean interrupts(Element start) {
    return Subscriptions.isInterrupting(start);
  }

  /** Where a listener is under way, those up to it have to be the same: the next ones follow. */
  private void listeners(
      ElementInstance instance, Element source, Element target, Refusals refusals) {
    for (Job job : state.jobsByElement.list(instance.key())) {
      if (job.listenerEvent() != null) {
        Listener.Event event = Listener.Event.valueOf(job.listenerEvent());
        int done = job.listenerIndex() + 1;
        if (!types(source, event, done).equals(types(target, event, done))) {
          throw refusals.because(
              "the %s listener %d of '%s' is under way, and '%s' has others up to there: complete its job first",
              event, done, source.id(), target.id());
        }
      }
    }
  }

  private static List<String> types(Element element, Listener.Event event, int many) {
    List<Listener> all =
        !event.isOfExecution() && element.definition() instanceof Definition.UserTask task
            ? task.listeners()
            : element.listeners();
    return all.stream()
        .filter(listener -> listener.event() == event)
        .limit(many)
        .map(listener -> listener.job().type().source())
        .toList();
  }
}
