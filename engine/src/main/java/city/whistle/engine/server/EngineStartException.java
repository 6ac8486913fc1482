package city.whistle.engine.server;

/** The engine can't start; the message says in one sentence what is wrong and what to do. */
public final class EngineStartException extends RuntimeException {

  EngineStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
