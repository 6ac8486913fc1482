package city.whistle.workers.photo;

import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many photos are received into memory at once, whoever sends them. */
@Component
public class PhotoPlaces {

  /** The largest photo that is received. */
  public static final int BYTES_MAX = 10 * 1024 * 1024;

  public static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Has it done while it holds a place.
   *
   * @throws TooBusy where all places are taken
   */
  public <T> T use(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new TooBusy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
