package city.whistle.engine.management;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Causes;
import city.whistle.engine.outcome.Rejection;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in JSON, also where something could not be done. */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  static HttpResponse forbidden(ServiceRequestContext context, String reason) {
    return of(HttpStatus.FORBIDDEN, Map.of("message", reason));
  }

  static HttpResponse of(HttpStatus status, Map<String, ?> content) {
    return HttpResponse.of(status, MediaType.JSON, HttpData.ofUtf8(Json.write(content)));
  }

  static HttpResponse of(CompletableFuture<? extends Map<String, ?>> content) {
    return HttpResponse.of(
        content.handle(
            (done, failure) ->
                failure == null ? of(HttpStatus.OK, done) : ofFailure(Causes.of(failure))));
  }

  private static HttpResponse ofFailure(Throwable failure) {
    if (failure instanceof Rejection rejection) {
      return of(status(rejection.type()), Map.of("message", rejection.getMessage()));
    }
    LOG.error("A management call failed", failure);
    return of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        Map.of("message", "Something in the engine is wrong; its log says what."));
  }

  private static HttpStatus status(Rejection.Type type) {
    return switch (type) {
      case INVALID_ARGUMENT -> HttpStatus.BAD_REQUEST;
      case RESOURCE_EXHAUSTED, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
