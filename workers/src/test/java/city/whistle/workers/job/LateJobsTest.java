package city.whistle.workers.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class LateJobsTest {

  @Test
  void passesOverWhatArrivesWhileTheClientCloses() {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    LateJobs late = new LateJobs(new CamundaClientExecutorService(pool, true));
    pool.shutdown();
    assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);

    late.passOver(new CamundaClientClosingSpringEvent(this, null));

    assertThatCode(() -> pool.execute(() -> {})).doesNotThrowAnyException();
  }
}
