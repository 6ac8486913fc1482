package city.whistle.workers.job;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultCommandExceptionHandlingStrategy;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when the engine doesn't take a job's end. The client's own strategy knows gRPC alone
 * and passes over every failure of REST in silence; this one sends the command again while the
 * engine is busy or away and the job is still ours, and says so when it gives up. The job then
 * comes again after its time-out, which {@link Jobs} makes harmless.
 */
@Component
@ConditionalOnCamundaClientEnabled
class PatientCommands implements CommandExceptionHandlingStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(PatientCommands.class);
  private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);
  private static final int GONE = 404;

  private final CommandExceptionHandlingStrategy grpc;
  private final BackoffSupplier backoff;
  private final CamundaClientExecutorService executor;

  PatientCommands(BackoffSupplier backoff, CamundaClientExecutorService executor) {
    this.grpc = new DefaultCommandExceptionHandlingStrategy(backoff, executor.get());
    this.backoff = backoff;
    this.executor = executor;
  }

  @Override
  public void handleCommandError(CommandWrapper command, Throwable failure) {
    if (failure instanceof StatusRuntimeException) {
      grpc.handleCommandError(command, failure);
    } else if (isPassing(failure) && command.hasMoreRetries()) {
      command.increaseBackoffUsing(backoff);
      LOG.info("{} is sent again: {}", command, failure.toString());
      command.scheduleExecutionUsing(executor.get());
    } else if (failure instanceof ClientHttpException http && http.code() == GONE) {
      LOG.debug("{}: the job is gone", command);
    } else {
      LOG.warn("{} was not taken; the job comes again: {}", command, failure.toString());
    }
  }

  /** No answer at all counts as passing, as does an answer that says the engine is busy. */
  private static boolean isPassing(Throwable failure) {
    return !(failure instanceof ClientHttpException http) || BUSY.contains(http.code());
  }
}
