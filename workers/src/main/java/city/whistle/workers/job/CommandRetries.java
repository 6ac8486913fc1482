package city.whistle.workers.job;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import org.springframework.stereotype.Component;

/**
 * How often a job's end is sent again, for every worker: with the client's back-off, half a minute
 * in all.
 */
@Component
@ConditionalOnCamundaClientEnabled
class CommandRetries implements JobWorkerValueCustomizer {

  private static final int RETRIES = 12;

  @Override
  public void customize(JobWorkerValue worker) {
    worker.setMaxRetries(RETRIES);
  }
}
