package city.whistle.workers.job;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Passes over jobs that still arrive while the client closes. A worker that is closed has an answer
 * under way from the engine, and the client shuts its threads before the connection: a job that
 * comes between isn't begun, and comes again after its time-out.
 */
@Component
@ConditionalOnCamundaClientEnabled
class LateJobs {

  private final CamundaClientExecutorService threads;

  LateJobs(CamundaClientExecutorService threads) {
    this.threads = threads;
  }

  @EventListener
  void passOver(CamundaClientClosingSpringEvent closing) {
    if (threads.get() instanceof ThreadPoolExecutor pool) {
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }
  }
}
