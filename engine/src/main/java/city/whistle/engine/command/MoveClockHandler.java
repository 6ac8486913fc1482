package city.whistle.engine.command;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Execution;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Rejection;
import java.time.DateTimeException;

/** Changes the clock; what is due by then is done before the answer. */
final class MoveClockHandler {

  /** A cycle of seconds under a clock moved by years: the rest is done by later commands. */
  private static final int MAX_ROUNDS = 200;

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
      clock.moveBy(command.duration());
    } catch (DateTimeException | ArithmeticException e) {
      throw Rejection.invalid("The clock can't be moved that far: " + command.duration());
    }
    return fireDue();
  }

  ClockMoved to(MoveClock.To command) {
    clock.pinTo(command.instant());
    return fireDue();
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
