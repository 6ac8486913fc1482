package city.whistle.workers.inlet;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Stands before everything that reads a request's body. A body says its length beforehand and stays
 * within a bound. One that hasn't come yet occupies a thread while it is read, so few are waited
 * for at once, fewer from one address, and none for long.
 */
final class Inlet extends ValveBase {

  /** The largest that any call takes is a photo. */
  static final long BYTES_MAX = 10 * 1024 * 1024;

  /**
   * What nobody read is still taken up to here: most clients look at an answer only once they have
   * sent all, and would see the connection break off instead.
   */
  private static final long DRAINED_MAX = 32 * 1024 * 1024;

  private static final long BYTES_A_SECOND = 50 * 1024;

  private static final String API = "/api/";

  /** For what nobody reads, strangers' for the most part, there are few places. */
  private static final int UNREAD = 16;

  private static final int UNREAD_PER_ADDRESS = 8;

  /** A call is read once its key is known. */
  private final UnfinishedBodies calls;

  /** A page's form may be anybody's. */
  private final UnfinishedBodies pages;

  private final UnfinishedBodies unread = new UnfinishedBodies(UNREAD, UNREAD_PER_ADDRESS);
  private final Duration bodyTime;
  private final LongSupplier nanos;

  Inlet(InletSettings settings, LongSupplier nanos) {
    super(true);
    this.calls = new UnfinishedBodies(settings.unfinishedBodies(), settings.unfinishedPerAddress());
    this.pages = new UnfinishedBodies(settings.unfinishedForms(), settings.formsPerAddress());
    this.bodyTime = settings.bodyTime();
    this.nanos = nanos;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    long length = request.getContentLengthLong();
    InputBuffer body = request.getCoyoteRequest().getInputBuffer();
    if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
      refuse(request, response, 411, "send the body with a Content-Length");
    } else if (length > BYTES_MAX) {
      refuse(request, response, 413, "a body has at most %d bytes".formatted(BYTES_MAX));
      drain(request, timed(request, body, unread));
    } else if (length <= body.available()) {
      getNext().invoke(request, response);
    } else {
      invokeTimed(request, response, body);
    }
  }

  private void invokeTimed(Request request, Response response, InputBuffer body)
      throws IOException, ServletException {
    TimedBody timed = timed(request, body, request.getRequestURI().startsWith(API) ? calls : pages);
    request.getCoyoteRequest().setInputBuffer(timed);
    try {
      getNext().invoke(request, response);
    } finally {
      timed.moveTo(unread);
      drain(request, timed);
      request.getCoyoteRequest().setInputBuffer(body);
    }
  }

  private TimedBody timed(Request request, InputBuffer body, UnfinishedBodies places) {
    long length = request.getContentLengthLong();
    return new TimedBody(
        body,
        length,
        places,
        request.getPeerAddr(),
        nanos,
        bodyTime.plusSeconds(Math.min(length, BYTES_MAX) / BYTES_A_SECOND).toNanos());
  }

  private static void drain(Request request, TimedBody body) {
    if (!drain(body)) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
    body.end();
  }

  /** Whether nothing is left. */
  private static boolean drain(TimedBody body) {
    if (body.isRefused() || body.missing() > DRAINED_MAX) {
      return false;
    }
    try {
      Waste waste = new Waste();
      while (body.missing() > 0 && body.doRead(waste) >= 0) {
        waste.forget();
      }
      return body.missing() == 0;
    } catch (IOException | BodyRefused e) {
      return false;
    }
  }

  private static void refuse(Request request, Response response, int status, String detail)
      throws IOException {
    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    byte[] problem =
        "{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(status, detail)
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setContentLength(problem.length);
    response.getOutputStream().write(problem);
    response.finishResponse();
  }

  /** Takes what is read, and forgets it. */
  private static final class Waste implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    void forget() {
      buffer.position(buffer.limit());
    }

    @Override
    public void setByteBuffer(ByteBuffer read) {
      buffer = read;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // nothing is kept, so nothing grows
    }
  }
}
