package city.whistle.engine.outcome;

import java.util.concurrent.CompletionException;

/** Why something failed, behind the wrappers that futures put around it. */
public final class Causes {

  private Causes() {}

  /** What was thrown first: the failure itself, or what lies inside its completion exceptions. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
