package city.whistle.workers.request;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How many bodies that are larger than others' are held at once, whoever sends them, by the API or
 * by a page: read and unfolded, each takes many times its length. Photos have places of their own.
 */
@Component
public class BodyPlaces {

  public static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * @throws TooMany where all places are taken
   */
  public void begin() {
    if (!places.tryAcquire()) {
      throw new TooMany();
    }
  }

  /** What was begun is over. */
  public void end() {
    places.release();
  }

  /** Others' are being received; this one may come again. */
  public static final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooMany() {
      super("too many large bodies come at once; send this one again soon");
    }
  }
}
