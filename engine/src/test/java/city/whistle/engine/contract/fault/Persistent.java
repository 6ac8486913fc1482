package city.whistle.engine.contract.fault;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks again for as long as the engine is unavailable. It may have done what it could not answer:
 * then it says the second time that there is nothing of the kind, or that it is there already.
 */
final class Persistent {

  private static final Set<Status.Code> DONE_ALREADY =
      Set.of(Status.Code.NOT_FOUND, Status.Code.ALREADY_EXISTS, Status.Code.FAILED_PRECONDITION);
  private static final Set<Integer> HTTP_DONE_ALREADY = Set.of(404, 409);
  private static final int HTTP_UNAVAILABLE = 503;

  private Persistent() {}

  /** The answer, which must come in the end. */
  static <A> A ask(Supplier<FinalCommandStep<A>> command) {
    while (true) {
      try {
        return command.get().send().join();
      } catch (ClientException e) {
        if (!isUnavailable(e)) {
          throw e;
        }
      }
    }
  }

  /** The answer; empty where somebody has done it already. */
  static <A> Optional<A> tryTo(Supplier<FinalCommandStep<A>> command) {
    try {
      return Optional.of(ask(command));
    } catch (ClientException e) {
      if (!isDoneAlready(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean isUnavailable(ClientException e) {
    return e instanceof ProblemException problem && problem.code() == HTTP_UNAVAILABLE
        || e instanceof ClientStatusException status
            && status.getStatusCode() == Status.Code.UNAVAILABLE;
  }

  private static boolean isDoneAlready(ClientException e) {
    return e instanceof ProblemException problem && HTTP_DONE_ALREADY.contains(problem.code())
        || e instanceof ClientStatusException status
            && DONE_ALREADY.contains(status.getStatusCode());
  }
}
