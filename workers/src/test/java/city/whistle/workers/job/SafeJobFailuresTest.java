package city.whistle.workers.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.exception.JobError;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class SafeJobFailuresTest {

  @Test
  void takesOneRetry() {
    assertThat(SafeJobFailures.failure("x", 3).getRetries()).isEqualTo(2);
  }

  @Test
  void neverGoesBelowNoRetries() {
    assertThat(SafeJobFailures.failure("x", 0).getRetries()).isZero();
  }

  @Test
  void waitsLongerEachTime() {
    JobError first = SafeJobFailures.failure("x", 3);
    JobError second = SafeJobFailures.failure("x", 2);

    assertThat(second.getRetryBackoff()).isGreaterThan(first.getRetryBackoff());
  }

  @Test
  void quotesNothingOfTheDatabase() {
    String message =
        SafeJobFailures.message(
            new DataIntegrityViolationException("Key (phone)=(13800000000) already exists"));

    assertThat(message).doesNotContain("13800000000").contains("DataIntegrityViolationException");
  }
}
