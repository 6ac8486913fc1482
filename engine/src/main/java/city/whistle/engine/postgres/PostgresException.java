package city.whistle.engine.postgres;

/** Why embedded PostgreSQL can't run; the message is one sentence that says what to do about it. */
public final class PostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public enum Reason {
    /** Another running instance holds the data directory. */
    DIRECTORY_IN_USE,
    /** Something else listens on the wanted port. */
    PORT_TAKEN,
    /** The program runs as root and can't start PostgreSQL as anybody else. */
    ROOT_FORBIDDEN,
    /** There are no binaries for this operating system and processor. */
    PLATFORM_UNKNOWN,
    /** PostgreSQL itself refused; its log says why. */
    START_FAILED,
    /** PostgreSQL runs, but a statement of ours failed. */
    STATEMENT_FAILED
  }

  private final Reason reason;

  PostgresException(Reason reason, String message) {
    this(reason, message, null);
  }

  PostgresException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
