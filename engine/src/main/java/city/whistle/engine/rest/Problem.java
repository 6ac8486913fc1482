package city.whistle.engine.rest;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Causes;
import city.whistle.engine.outcome.Rejection;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.multipart.MimeParsingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Why a request was not done, as RFC 9457 has it. */
record Problem(HttpStatus status, String title, String detail) {

  private static final MediaType TYPE = MediaType.parse("application/problem+json");

  /** The one mapping of failures; empty for one that nobody foresaw, that is a bug. */
  static Optional<Problem> of(Throwable failure) {
    Throwable cause = Causes.of(failure);
    if (cause instanceof Rejection rejection) {
      return Optional.of(of(rejection));
    }
    if (cause instanceof WrongContentType) {
      return Optional.of(of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, cause.getMessage()));
    }
    if (cause instanceof OnlyForTests) {
      return Optional.of(of(HttpStatus.FORBIDDEN, cause.getMessage()));
    }
    if (cause instanceof ContentTooLargeException) {
      return Optional.of(
          of(
              HttpStatus.REQUEST_ENTITY_TOO_LARGE,
              "The request's content is larger than " + RestServer.MAX_CONTENT + " bytes."));
    }
    if (cause instanceof MimeParsingException) {
      return Optional.of(
          of(HttpStatus.BAD_REQUEST, "The request's content is not valid multipart/form-data."));
    }
    if (cause instanceof TimeoutException) {
      return Optional.of(of(HttpStatus.GATEWAY_TIMEOUT, cause.getMessage()));
    }
    return Optional.empty();
  }

  static Problem of(HttpStatus status, String detail) {
    return new Problem(status, status.reasonPhrase(), detail);
  }

  private static Problem of(Rejection rejection) {
    HttpStatus status =
        switch (rejection.type()) {
          case INVALID_ARGUMENT -> HttpStatus.BAD_REQUEST;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case ALREADY_EXISTS, INVALID_STATE -> HttpStatus.CONFLICT;
          case RESOURCE_EXHAUSTED, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
          case NOT_IMPLEMENTED -> HttpStatus.NOT_IMPLEMENTED;
          case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    return new Problem(status, rejection.type().name(), rejection.getMessage());
  }

  static Problem bug() {
    return new Problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        Rejection.Type.INTERNAL.name(),
        "Something in the engine is wrong; its log says what.");
  }

  /**
   * @param path of the request
   */
  AggregatedHttpResponse toResponse(String path) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status.code());
    problem.put("detail", detail);
    problem.put("instance", path);
    return AggregatedHttpResponse.of(status, TYPE, HttpData.ofUtf8(Json.write(problem)));
  }
}
