package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How the engine says no, in the words of either protocol. */
enum Refusal {
  INVALID_ARGUMENT(400),
  NOT_FOUND(404),
  ALREADY_EXISTS(409),
  FAILED_PRECONDITION(409),
  DEADLINE_EXCEEDED(504);

  private final int httpStatus;

  Refusal(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  /** Asserts that the call is refused, by a text with these parts in it. */
  void of(ThrowingCallable call, String... parts) {
    Throwable thrown = catchThrowable(call);
    String text;
    if (thrown instanceof ProblemException problem) {
      assertThat(problem.code()).as(problem.getMessage()).isEqualTo(httpStatus);
      text = problem.details().getDetail();
    } else {
      assertThat(thrown).isInstanceOf(ClientStatusException.class);
      text = thrown.getMessage();
      String code = ((ClientStatusException) thrown).getStatusCode().name();
      assertThat(code.toUpperCase(Locale.ROOT)).as(text).isEqualTo(name());
    }
    for (String part : parts) {
      assertThat(text).contains(part);
    }
  }
}
