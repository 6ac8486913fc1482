package city.whistle.workers.api;

import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Receives photos into memory: few at once, each within a time, so that neither many nor slow
 * senders take it all.
 */
@Component
class PhotoBodies {

  static final int BYTES_MAX = 10 * 1024 * 1024;
  static final int AT_ONCE = 4;
  static final Duration TIME_MAX = Duration.ofSeconds(60);

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final LongSupplier nanos;

  @Autowired
  PhotoBodies() {
    this(System::nanoTime);
  }

  /**
   * @param nanos time that passes as it does, also where the city's clock is set
   */
  PhotoBodies(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Has the body used while it holds a place.
   *
   * @throws TooBusy where all places are taken
   */
  <T> T use(HttpServletRequest request, Function<byte[], T> user) {
    if (!places.tryAcquire()) {
      throw new TooBusy();
    }
    try {
      return user.apply(read(request));
    } finally {
      places.release();
    }
  }

  private byte[] read(HttpServletRequest request) {
    int length = (int) Math.max(0, request.getContentLengthLong());
    byte[] body = new byte[length];
    long start = nanos.getAsLong();
    try (InputStream in = request.getInputStream()) {
      for (int at = 0; at < length; ) {
        int some = in.read(body, at, length - at);
        if (some < 0) {
          return Arrays.copyOf(body, at);
        }
        if (nanos.getAsLong() - start > TIME_MAX.toNanos()) {
          throw new ResponseStatusException(
              HttpStatus.REQUEST_TIMEOUT,
              "the photo must come within %d seconds".formatted(TIME_MAX.toSeconds()));
        }
        at += some;
      }
      return body;
    } catch (IOException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "the photo stopped before its Content-Length; send it whole", e);
    }
  }
}
