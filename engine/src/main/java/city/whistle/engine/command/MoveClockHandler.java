package city.whistle.engine.command;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Execution;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Rejection;
import java.time.DateTimeException;
import java.time.Instant;

/** Changes the clock; what is due by then is done before the answer. */
final class MoveClockHandler {

  /** A cycle of seconds under a clock moved by years: the rest is done by later commands. */
  private static final int MAX_ROUNDS = 200;

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private final Turn turn;
  private final Execution execution;
  private final EngineClock clock;
  private final DueWork due;

  MoveClockHandler(Components components, Execution execution, EngineClock clock, DueWork due) {
    this.turn = components.turn;
    this.execution = execution;
    this.clock = clock;
    this.due = due;
  }

  ClockMoved by(MoveClock.By command) {
    try {
      requireKept(clock.instant().plus(command.duration()));
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong();
    }
    clock.moveBy(command.duration());
    return fireDue();
  }

  ClockMoved to(MoveClock.To command) {
    requireKept(command.instant());
    clock.pinTo(command.instant());
    return fireDue();
  }

  /** What follows from a later time, due dates and all, must find a place in the store, too. */
  private static void requireKept(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw wrong();
    }
  }

  private static Rejection wrong() {
    return Rejection.invalid(
        "The clock can't be moved that far: it takes times from %s to %s."
            .formatted(EARLIEST, LATEST));
  }

  ClockMoved reset(MoveClock.Reset command) {
    clock.reset();
    return fireDue();
  }

  private ClockMoved fireDue() {
    turn.begin(clock.instant());
    for (int round = 0; round < MAX_ROUNDS; round++) {
      boolean nothingDue =
          turn.state().nextDue().filter(next -> !next.isAfter(turn.now())).isEmpty();
      if (nothingDue) {
        break;
      }
      due.trigger();
      execution.run();
    }
    return new ClockMoved(turn.now());
  }
}
