package city.whistle.engine.loop;

import city.whistle.engine.store.UnstorableException;
import java.util.List;

/** A group may or may not be in the store: memory must be loaded anew. */
final class CommitFailedException extends Exception {

  private final transient List<Task<?>> undone;

  CommitFailedException(Throwable cause) {
    this(cause, List.of());
  }

  /**
   * @param undone commands that are surely not in the store, and whose callers wait still
   */
  CommitFailedException(Throwable cause, List<Task<?>> undone) {
    super("a group of commands could not be committed", cause);
    this.undone = undone;
  }

  /** Whether one of the commands would have changed a row to what can't be stored. */
  boolean isBecauseOfData() {
    return getCause() instanceof UnstorableException;
  }

  List<Task<?>> undone() {
    return undone;
  }
}
