package city.whistle.engine.execution;

import city.whistle.engine.expression.EvaluationException;
import city.whistle.engine.expression.Evaluations;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import city.whistle.engine.model.TimerSchedule;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Starts, stops and fires timers. */
public final class Timers {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Evaluator evaluator;
  private final EventDelivery delivery;

  Timers(Turn turn, Scopes scopes, Evaluator evaluator, EventDelivery delivery) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.evaluator = evaluator;
    this.delivery = delivery;
  }

  void start(ElementInstance instance, Element event, EventDefinition.Timer timer) {
    VariableSource variables = scopes.visibleFrom(instance.key());
    put(
        schedule(timer, variables),
        instance.key(),
        instance.processInstanceKey(),
        instance.processDefinitionKey(),
        event.id());
  }

  /**
   * Starts the timer of a process's start event.
   *
   * @throws IncidentException where its time can't be evaluated
   */
  public void startForProcess(
      long processDefinitionKey, Element event, EventDefinition.Timer timer) {
    put(
        schedule(timer, VariableSource.EMPTY),
        Row.NONE,
        Row.NONE,
        processDefinitionKey,
        event.id());
  }

  private TimerSchedule schedule(EventDefinition.Timer timer, VariableSource variables) {
    Object value = evaluator.value(timer.value(), variables, ErrorType.EXTRACT_VALUE_ERROR);
    try {
      return TimerSchedule.of(timer.kind(), inUtc(timer.kind(), value), turn.now());
    } catch (EvaluationException e) {
      throw new IncidentException(ErrorType.EXTRACT_VALUE_ERROR, e.getMessage());
    }
  }

  /** A date-time that FEEL gives without a zone is in UTC. */
  private static Object inUtc(EventDefinition.Timer.Kind kind, Object value) {
    return kind == EventDefinition.Timer.Kind.DATE && value instanceof String text
        ? Evaluations.zoned(text)
        : value;
  }

  private void put(
      TimerSchedule schedule,
      long elementInstanceKey,
      long processInstanceKey,
      long processDefinitionKey,
      String eventId) {
    state.timers.put(
        new Timer(
            turn.nextKey(),
            elementInstanceKey,
            processInstanceKey,
            processDefinitionKey,
            eventId,
            schedule.dueAt(),
            schedule.repetitions(),
            schedule.cycle(),
            schedule.dueAt().isAfter(turn.now()) ? 0 : turn.depth()));
  }

  void stop(long elementInstanceKey, Predicate<String> events) {
    state.timersByElement.list(elementInstanceKey).stream()
        .filter(timer -> events.test(timer.elementId()))
        .forEach(timer -> state.timers.remove(timer.key()));
  }

  public void stopForProcess(long processDefinitionKey) {
    state
        .startTimersByDefinition
        .list(processDefinitionKey)
        .forEach(timer -> state.timers.remove(timer.key()));
  }

  /** The timer's time has come. */
  public void fire(Timer timer) {
    state.timers.remove(timer.key());
    startAgain(timer);
    turn.goOnFrom(timer.depth());
    delivery.deliver(timer, JsonValue.EMPTY_OBJECT);
    turn.goOnFrom(0);
  }

  private void startAgain(Timer timer) {
    if (timer.cycle() == null || timer.repetitions() == 0) {
      return;
    }
    Optional<Instant> next = TimerSchedule.next(timer.cycle(), timer.dueAt(), turn.now());
    next.ifPresent(
        dueAt ->
            put(
                new TimerSchedule(dueAt, Math.max(-1, timer.repetitions() - 1), timer.cycle()),
                timer.elementInstanceKey(),
                timer.processInstanceKey(),
                timer.processDefinitionKey(),
                timer.elementId()));
  }
}
