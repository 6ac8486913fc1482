package city.whistle.workers.inlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Says as {@code application/problem+json}, and to browsers as a page, what Tomcat refuses before
 * any of the program's calls is asked: an address or a header that can't be read.
 */
public final class ProblemReports extends ErrorReportValve {

  /** In both languages, since nobody knows yet who asks. */
  static final String PAGE = page();

  /** Called by Tomcat, which knows this class by its name. */
  public ProblemReports() {
    setAsyncSupported(true);
  }

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    boolean asPage = wantsPage(request.getHeader("Accept"));
    byte[] problem = (asPage ? PAGE : json(status)).getBytes(StandardCharsets.UTF_8);
    try {
      response.setContentType(asPage ? "text/html;charset=UTF-8" : "application/problem+json");
      response.setContentLength(problem.length);
      response.getOutputStream().write(problem);
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }

  /** Browsers name pages first. */
  static boolean wantsPage(String accept) {
    return accept != null && accept.startsWith("text/html");
  }

  static String json(int status) {
    return "{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(status, detail(status));
  }

  private static String page() {
    try (InputStream page = ProblemReports.class.getResourceAsStream("unreadable.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String detail(int status) {
    return switch (status) {
      case 400, 414, 431 ->
          "the request's address or headers can't be read: at most 8 KB of them, percent-encoded"
              + " UTF-8, and in a path no NUL, slash or backslash in percent-encoding, nor ..";
      case 404 -> "nothing is at this address; /api shows the calls that there are";
      case 405, 501 -> "no call takes this method; /api shows the calls that there are";
      default ->
          status < 500 ? "the request can't be answered" : "the server failed; ask again soon";
    };
  }
}
