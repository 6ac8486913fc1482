package city.whistle.workers.api;

import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import city.whistle.workers.photo.PhotoPlaces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
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

  static final int BYTES_MAX = PhotoPlaces.BYTES_MAX;
  static final int AT_ONCE = PhotoPlaces.AT_ONCE;
  static final Duration TIME_MAX = Duration.ofSeconds(60);

  private final PhotoPlaces places;
  private final LongSupplier nanos;

  @Autowired
  PhotoBodies(PhotoPlaces places) {
    this(places, System::nanoTime);
  }

  /**
   * @param nanos time that passes as it does, also where the city's clock is set
   */
  PhotoBodies(PhotoPlaces places, LongSupplier nanos) {
    this.places = places;
    this.nanos = nanos;
  }

  /**
   * Has the body used while it holds a place.
   *
   * @throws TooBusy where all places are taken
   */
  <T> T use(HttpServletRequest request, Function<byte[], T> user) {
    return places.use(() -> user.apply(read(request)));
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
