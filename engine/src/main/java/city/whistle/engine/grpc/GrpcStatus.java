package city.whistle.engine.grpc;

import city.whistle.engine.outcome.Causes;
import city.whistle.engine.outcome.Rejection;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one mapping of failures to gRPC statuses. */
final class GrpcStatus {

  private static final Logger LOG = LoggerFactory.getLogger(GrpcStatus.class);

  private GrpcStatus() {}

  /** Of a request that was refused before it became a command. */
  static StatusRuntimeException of(Throwable failure) {
    Throwable cause = Causes.of(failure);
    return cause instanceof Rejection rejection
        ? refused(rejection, rejection.getMessage())
        : ofOther(cause);
  }

  /**
   * Of a command that was refused, in the words that Camunda's users know.
   *
   * @param intent Camunda's name of what the command does, for example COMPLETE
   */
  static StatusRuntimeException of(String intent, Throwable failure) {
    Throwable cause = Causes.of(failure);
    if (cause instanceof Rejection rejection && isAboutTheCommand(rejection.type())) {
      String description =
          "Command '%s' rejected with code '%s': %s"
              .formatted(intent, rejection.type(), rejection.getMessage());
      return refused(rejection, description);
    }
    return of(cause);
  }

  private static StatusRuntimeException refused(Rejection rejection, String description) {
    return code(rejection.type()).withDescription(HeaderText.cut(description)).asRuntimeException();
  }

  private static StatusRuntimeException ofOther(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return Status.DEADLINE_EXCEEDED
          .withDescription("The process instance did not complete within the request's timeout.")
          .asRuntimeException();
    }
    if (cause instanceof CancellationException) {
      return Status.CANCELLED.withDescription("The caller hung up.").asRuntimeException();
    }
    LOG.error("A gRPC call failed", cause);
    return Status.INTERNAL
        .withDescription("Something in the engine is wrong; its log says what.")
        .asRuntimeException();
  }

  private static boolean isAboutTheCommand(Rejection.Type type) {
    return switch (type) {
      case INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, INVALID_STATE -> true;
      case RESOURCE_EXHAUSTED, UNAVAILABLE, NOT_IMPLEMENTED, INTERNAL -> false;
    };
  }

  private static Status code(Rejection.Type type) {
    return switch (type) {
      case INVALID_ARGUMENT -> Status.INVALID_ARGUMENT;
      case NOT_FOUND -> Status.NOT_FOUND;
      case ALREADY_EXISTS -> Status.ALREADY_EXISTS;
      case INVALID_STATE -> Status.FAILED_PRECONDITION;
      case RESOURCE_EXHAUSTED -> Status.RESOURCE_EXHAUSTED;
      case UNAVAILABLE -> Status.UNAVAILABLE;
      case NOT_IMPLEMENTED -> Status.UNIMPLEMENTED;
      case INTERNAL -> Status.INTERNAL;
    };
  }
}
