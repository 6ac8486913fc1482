package city.whistle.app.day;

/**
 * What the program does by itself from time to time on the machine's clock. Where a day passes in
 * minutes, it is done as often as in a day.
 */
public interface Backstage {

  /** Whether nothing waits to be told to the engine. */
  boolean isIdle();

  /** Looks for bursts once. */
  void look();
}
