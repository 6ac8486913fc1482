package city.whistle.workers.job;

import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What a worker's exception becomes: a BPMN error stays one, a task's completion that its listener
 * denies is denied; everything else fails the job, with one retry less and a longer wait each time.
 * The message that the engine keeps never quotes the database, whose messages hold values of rows.
 */
@Component
@ConditionalOnCamundaClientEnabled
class SafeJobFailures implements JobExceptionHandlingStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(SafeJobFailures.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final int LONGEST_WAIT_FACTOR = 12;

  private final JobExceptionHandlingStrategy standard;
  private final CommandExceptionHandlingStrategy commands;
  private final MetricsRecorder metrics;

  SafeJobFailures(CommandExceptionHandlingStrategy commands, MetricsRecorder metrics) {
    this.commands = commands;
    this.metrics = metrics;
    this.standard = new DefaultJobExceptionHandlingStrategy(commands, metrics);
  }

  @Override
  public void handleException(Exception exception, ExceptionHandlingContext context)
      throws Exception {
    if (exception instanceof CompletionDenied denied) {
      deny(denied, context);
      return;
    }
    if (exception instanceof BpmnError || exception instanceof JobError) {
      standard.handleException(exception, context);
      return;
    }
    String message = message(exception);
    LOG.warn(
        "job {} of type {} failed, {} retries left: {}",
        context.job().getKey(),
        context.job().getType(),
        context.job().getRetries() - 1,
        message);
    standard.handleException(failure(message, context.job().getRetries()), context);
  }

  private void deny(CompletionDenied denied, ExceptionHandlingContext context) {
    new CommandWrapper(
            context
                .jobClient()
                .newCompleteCommand(context.job())
                .withResult(result -> result.forUserTask().deny(true, denied.getMessage())),
            context.job(),
            commands,
            metrics,
            context.jobWorkerValue().getMaxRetries())
        .executeAsync();
  }

  static JobError failure(String message, int retries) {
    int left = Math.max(retries - 1, 0);
    int factor = Math.min(1 << Math.max(3 - retries, 0) * 2, LONGEST_WAIT_FACTOR);
    return CamundaError.jobError(message, null, left, FIRST_WAIT.multipliedBy(factor));
  }

  static String message(Exception exception) {
    if (exception instanceof DataAccessException) {
      return "the registry's database refused or did not answer ("
          + exception.getClass().getSimpleName()
          + ")";
    }
    return exception.getClass().getSimpleName() + ": " + exception.getMessage();
  }
}
