package city.whistle.console.layout;

import org.springframework.http.HttpStatus;

/**
 * What went wrong, and what to do.
 *
 * @param kind the last part of its messages' keys
 */
public record ErrorPage(HttpStatus status, String kind) implements Page {

  static ErrorPage of(HttpStatus status) {
    return new ErrorPage(
        status,
        switch (status) {
          case NOT_FOUND -> "notFound";
          case FORBIDDEN -> "forbidden";
          case BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE -> "badRequest";
          case PAYLOAD_TOO_LARGE -> "tooLarge";
          case TOO_MANY_REQUESTS -> "tooMany";
          case SERVICE_UNAVAILABLE -> "away";
          default -> "ours";
        });
  }
}
