package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Message;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import java.util.List;

/** Does what is due by the engine's clock, at most so much at a time. */
final class DueWork {

  private static final int MAX_OF_A_KIND = 500;

  private final Turn turn;
  private final State state;
  private final Components components;

  DueWork(Components components) {
    this.turn = components.turn;
    this.state = components.turn.state();
    this.components = components;
  }

  /**
   * @return whether something due was left
   */
  boolean trigger() {
    int most = Math.max(Math.max(fireTimers(), dropMessages()), Math.max(unlockJobs(), endRests()));
    return most == MAX_OF_A_KIND;
  }

  private int fireTimers() {
    List<Timer> due = state.timersByDueTime.upTo(turn.now(), MAX_OF_A_KIND);
    due.forEach(components.timers::fire);
    return due.size();
  }

  private int dropMessages() {
    List<Message> over = state.messagesByExpiry.upTo(turn.now(), MAX_OF_A_KIND);
    over.forEach(message -> state.messages.remove(message.key()));
    return over.size();
  }

  private int unlockJobs() {
    List<Job> over = state.jobsByDeadline.upTo(turn.now(), MAX_OF_A_KIND);
    for (Job job : over) {
      state.jobs.hold(job.unlocked());
      turn.effect(new Effect.JobsAvailable(job.type()));
    }
    return over.size();
  }

  private int endRests() {
    List<Job> over = state.jobsByRetryTime.upTo(turn.now(), MAX_OF_A_KIND);
    for (Job job : over) {
      state.jobs.put(job.rested());
      turn.effect(new Effect.JobsAvailable(job.type()));
    }
    return over.size();
  }
}
