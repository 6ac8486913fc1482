package city.whistle.workers.job;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.lang.reflect.Field;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when the engine doesn't take a job's end. The command is sent again while the engine
 * is busy or away and the job is still ours; it says so when it gives up. The job then comes again
 * after its time-out, which {@link Jobs} makes harmless.
 *
 * <p>Of a job, key and type are told, and of a failure its kind: the client's own strategy, and its
 * commands' texts, tell all variables, and what an engine says may quote them.
 */
@Component
@ConditionalOnCamundaClientEnabled
class PatientCommands implements CommandExceptionHandlingStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(PatientCommands.class);
  private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);
  private static final int GONE = 404;
  private static final Set<Status.Code> LASTING =
      EnumSet.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.NOT_FOUND,
          Status.Code.PERMISSION_DENIED,
          Status.Code.UNAUTHENTICATED,
          Status.Code.UNIMPLEMENTED);

  /** The client gives no other way to know which job a command is about. */
  private static final Field JOB = jobOfCommands();

  private final BackoffSupplier backoff;
  private final CamundaClientExecutorService executor;

  PatientCommands(BackoffSupplier backoff, CamundaClientExecutorService executor) {
    this.backoff = backoff;
    this.executor = executor;
  }

  @Override
  public void handleCommandError(CommandWrapper command, Throwable failure) {
    if (isGone(failure)) {
      LOG.debug("{}: the job is gone", told(command));
    } else if (isPassing(failure) && command.hasMoreRetries()) {
      command.increaseBackoffUsing(backoff);
      LOG.info("{} is ended again: {}", told(command), kind(failure));
      command.scheduleExecutionUsing(executor.get());
    } else {
      LOG.warn(
          "{} could not be ended and comes again: the engine answered {}",
          told(command),
          kind(failure));
    }
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof ClientHttpException http && http.code() == GONE
        || failure instanceof StatusRuntimeException grpc
            && grpc.getStatus().getCode() == Status.Code.NOT_FOUND;
  }

  /** No answer at all counts as passing, as does an answer that says the engine is busy. */
  private static boolean isPassing(Throwable failure) {
    if (failure instanceof StatusRuntimeException grpc) {
      return !LASTING.contains(grpc.getStatus().getCode());
    }
    return !(failure instanceof ClientHttpException http) || BUSY.contains(http.code());
  }

  private static String kind(Throwable failure) {
    if (failure instanceof StatusRuntimeException grpc) {
      return grpc.getStatus().getCode().name();
    }
    return failure instanceof ClientHttpException http
        ? Integer.toString(http.code())
        : failure.getClass().getSimpleName();
  }

  private static String told(CommandWrapper command) {
    try {
      ActivatedJob job = (ActivatedJob) JOB.get(command);
      return "job %d of type %s".formatted(job.getKey(), job.getType());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field jobOfCommands() {
    try {
      Field field = CommandWrapper.class.getDeclaredField("job");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("Camunda's client keeps a command's job elsewhere now", e);
    }
  }
}
