package city.whistle.engine.command;

import java.util.concurrent.CompletableFuture;

/**
 * Variables are set, or about to be where a user task's listeners are to be heard.
 *
 * @param key of the command
 * @param done when they are set, once that is committed; fails with a Rejection where a listener
 *     denied it or the task was canceled meanwhile
 */
public record VariablesSet(long key, CompletableFuture<Void> done) {

  /** They are set already. */
  public static VariablesSet now(long key) {
    return new VariablesSet(key, CompletableFuture.completedFuture(null));
  }
}
