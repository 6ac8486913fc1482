package city.whistle.workers.inlet;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A request's body. From when a thread waits for it until it is whole it has a place among those
 * that are waited for, and its time runs.
 */
final class TimedBody implements InputBuffer {

  private final InputBuffer body;
  private final String address;
  private final LongSupplier nanos;
  private final long within;
  private UnfinishedBodies places;
  private long missing;
  private boolean waiting;
  private long until;
  private boolean refused;

  /**
   * @param length in bytes
   * @param within nanoseconds from the first wait on
   */
  TimedBody(
      InputBuffer body,
      long length,
      UnfinishedBodies places,
      String address,
      LongSupplier nanos,
      long within) {
    this.body = body;
    this.missing = length;
    this.places = places;
    this.address = address;
    this.nanos = nanos;
    this.within = within;
  }

  /**
   * @throws BodyRefused where it comes too slowly, or too many others are waited for
   */
  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    if (missing > body.available()) {
      beginToWait();
    }
    int read = body.doRead(handler);
    missing = read < 0 ? 0 : missing - read;
    if (missing <= 0) {
      end();
    }
    return read;
  }

  private void beginToWait() {
    if (!waiting) {
      if (!places.begin(address)) {
        refused = true;
        throw BodyRefused.tooMany();
      }
      waiting = true;
      until = nanos.getAsLong() + within;
    } else if (nanos.getAsLong() - until > 0) {
      refused = true;
      throw BodyRefused.tooLate();
    }
  }

  /** Takes further waits out of other places. */
  void moveTo(UnfinishedBodies others) {
    end();
    places = others;
  }

  /** Nobody waits for it now. */
  void end() {
    if (waiting) {
      waiting = false;
      places.end(address);
    }
  }

  /** Whether it was given up, so that nobody waits for it again. */
  boolean isRefused() {
    return refused;
  }

  /** How many bytes were not read yet. */
  long missing() {
    return Math.max(0, missing);
  }

  @Override
  public int available() {
    return body.available();
  }
}
