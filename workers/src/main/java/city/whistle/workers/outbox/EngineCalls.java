package city.whistle.workers.outbox;

/** Makes the calls; the one place where the registry reaches the engine by itself. */
public interface EngineCalls {

  /**
   * Whether models are deployed and calls make sense; while not, rows wait without counting
   * attempts.
   */
  boolean ready();

  /**
   * Returns once the engine has confirmed the call, or had it before under this id.
   *
   * @throws RuntimeException where it has not; the call is then made again later
   */
  void make(String id, EngineCall call);
}
