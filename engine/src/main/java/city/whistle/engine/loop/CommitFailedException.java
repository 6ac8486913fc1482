package city.whistle.engine.loop;

/** A group may or may not be in the store: memory must be loaded anew. */
final class CommitFailedException extends Exception {

  CommitFailedException(Throwable cause) {
    super("a group of commands could not be committed", cause);
  }
}
