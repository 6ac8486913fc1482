package city.whistle.app.day;

import city.whistle.app.day.Letters.Letter;
import java.util.List;

/**
 * What the program does by itself: what it is at, and what it does from time to time on the
 * machine's clock. Where a day passes in minutes, that is done as often as in a day.
 */
public interface Backstage {

  /** Whether no worker has anything to do and nothing waits to be told to the engine. */
  boolean isIdle();

  /** Looks for bursts once. */
  void look();

  /** Has letters to residents sent that are due, and returns what came. */
  List<Letter> letters();
}
