package city.whistle.engine.loop;

import city.whistle.engine.command.Processed;
import city.whistle.engine.outcome.Effect;
import city.whistle.engine.outcome.Rejection;
import java.util.List;

/** How a command ended in memory; its caller learns it after the commit. */
sealed interface Outcome {

  Task<?> task();

  /** Tells the caller. */
  void tell();

  /** Tells the caller that it is unknown whether the command was done. */
  void fail(Rejection reason);

  List<Effect> effects();

  /** A command that was done. */
  record Done<A>(Task<A> task, Processed<A> processed) implements Outcome {

    @Override
    public void tell() {
      task.answer().complete(processed.answer());
    }

    @Override
    public void fail(Rejection reason) {
      task.answer().completeExceptionally(reason);
    }

    @Override
    public List<Effect> effects() {
      return processed.effects();
    }
  }

  /** A command that was refused; why may depend on what is not committed yet. */
  record Refused(Task<?> task, Rejection rejection) implements Outcome {

    @Override
    public void tell() {
      task.answer().completeExceptionally(rejection);
    }

    @Override
    public void fail(Rejection reason) {
      task.answer().completeExceptionally(reason);
    }

    @Override
    public List<Effect> effects() {
      return List.of();
    }
  }
}
