package city.whistle.workers.background;

/**
 * A failure for the log, in a line: the names of what it is and of its causes, and where in this
 * program. What failures say isn't in it, since they may say what residents said.
 */
public final class FailureKind {

  private static final String OURS = "city.whistle.";
  private static final int CAUSES_MAX = 5;

  private FailureKind() {}

  public static String of(Throwable failure) {
    StringBuilder kind = new StringBuilder(failure.getClass().getSimpleName());
    Throwable cause = failure.getCause();
    for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
      kind.append(" by ").append(cause.getClass().getSimpleName());
      cause = cause.getCause();
    }
    return kind.append(place(failure)).toString();
  }

  /** Nothing where the failure was made elsewhere, as the engine's client makes its own. */
  private static String place(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS)) {
        return " at " + frame;
      }
    }
    return "";
  }
}
