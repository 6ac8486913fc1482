package city.whistle.workers.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Takes only bodies that say their length and stay within it; looked at before any is read. */
final class BodyLimit {

  static final int BYTES_MAX = 256 * 1024;

  private BodyLimit() {}

  static void check(HttpServletRequest request, int bytesMax) {
    long length = request.getContentLengthLong();
    if (request.getHeader("Transfer-Encoding") != null && length < 0) {
      throw new ResponseStatusException(
          HttpStatus.LENGTH_REQUIRED, "send the body with a Content-Length");
    }
    if (length > bytesMax) {
      throw new ResponseStatusException(
          HttpStatus.PAYLOAD_TOO_LARGE, "a body has at most " + bytesMax + " bytes");
    }
  }
}
