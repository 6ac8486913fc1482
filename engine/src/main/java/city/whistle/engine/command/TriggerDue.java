package city.whistle.engine.command;

/** Does what is due by the engine's clock: a bounded share of it, or all. */
public record TriggerDue() implements Command<TriggerDue.Triggered> {

  /**
   * @param more whether something due was left for the next such command
   */
  public record Triggered(boolean more) {}
}
