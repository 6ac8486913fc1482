package city.whistle.workers.camunda;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;

/** Why the engine did not do what it was asked, whichever protocol the client speaks. */
enum EngineRefusal {
  /** What the command is about is not there, or no longer. */
  GONE,
  /** It was done before. */
  THERE_ALREADY,
  /** The command can never succeed as it is. */
  INVALID,
  /** Anything that another try may mend. */
  PASSING;

  static EngineRefusal of(ClientException failure) {
    if (failure instanceof ProblemException problem) {
      return ofHttp(problem.code());
    }
    return failure instanceof ClientStatusException status ? ofGrpc(status) : PASSING;
  }

  private static EngineRefusal ofHttp(int code) {
    return switch (code) {
      case 400 -> INVALID;
      case 404 -> GONE;
      case 409 -> THERE_ALREADY;
      default -> PASSING;
    };
  }

  private static EngineRefusal ofGrpc(ClientStatusException status) {
    return switch (status.getStatusCode()) {
      case INVALID_ARGUMENT -> INVALID;
      case NOT_FOUND -> GONE;
      case ALREADY_EXISTS -> THERE_ALREADY;
      default -> PASSING;
    };
  }
}
