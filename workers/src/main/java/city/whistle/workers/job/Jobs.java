package city.whistle.workers.job;

import city.whistle.workers.calendar.CityTime;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a job's effect happen once. Engines hand a job out at least once: again after a lost
 * answer, a time-out, a restart. What the worker writes and the note that it did are one
 * transaction; a job that comes again gets the variables of the first time.
 *
 * <p>The note names the case or whistle and the process instance besides the element instance,
 * since another engine, or one whose data were dropped, counts its keys from the start again.
 */
@Component
public class Jobs {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JobVariables variables;
  private final CityTime time;
  private final ApplicationEventPublisher events;

  Jobs(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      JobVariables variables,
      CityTime time,
      ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.variables = variables;
    this.time = time;
  }

  /**
   * The job's variables as a record; those that it doesn't name are passed over.
   *
   * @throws IllegalArgumentException naming the variable that has not the shape wanted, without its
   *     value
   */
  public <T> T read(ActivatedJob job, Class<T> type) {
    return variables.read(job, type);
  }

  /**
   * Runs {@code effect} in a transaction unless it was run before.
   *
   * @param subject id of the case or whistle
   * @param effect writes, and returns the job's result as a record or map of variables; if it
   *     throws, nothing is written
   */
  public Map<String, Object> once(ActivatedJob job, Object subject, Supplier<?> effect) {
    try {
      return transaction.execute(
          status -> note(job, subject) ? run(job, subject, effect) : earlier(job, subject));
    } catch (BpmnError refusal) {
      tell(job, subject, refusal);
      throw refusal;
    }
  }

  /** A refusal undoes what its worker wrote; that it refused stays. */
  private void tell(ActivatedJob job, Object subject, BpmnError refusal) {
    if (subject instanceof UUID id) {
      transaction.executeWithoutResult(
          status -> {
            if (note(job, subject, type(job) + "/refused")) {
              events.publishEvent(
                  new JobRefused(
                      id, job.getElementId(), refusal.getErrorCode(), refusal.getErrorMessage()));
            }
          });
    }
  }

  /** As {@link #once(ActivatedJob, Object, Supplier)}, for an effect without a result. */
  public void once(ActivatedJob job, Object subject, Runnable effect) {
    once(
        job,
        subject,
        () -> {
          effect.run();
          return Map.of();
        });
  }

  /**
   * Waits for a second run of the same job at the same time, and is false once that one has
   * committed.
   */
  private boolean note(ActivatedJob job, Object subject) {
    return note(job, subject, type(job));
  }

  private boolean note(ActivatedJob job, Object subject, String type) {
    return jdbc.sql(
                """
                insert into registry.job_effect
                  (subject, job_type, process_instance_key, element_instance_key, variables, done_at)
                values (?, ?, ?, ?, '{}', ?) on conflict do nothing""")
            .params(
                subject.toString(),
                type,
                job.getProcessInstanceKey(),
                job.getElementInstanceKey(),
                time.now())
            .update()
        == 1;
  }

  private Map<String, Object> run(ActivatedJob job, Object subject, Supplier<?> effect) {
    Map<String, Object> result = variables.write(effect.get());
    jdbc.sql(
            """
            update registry.job_effect set variables = ?::jsonb
            where subject = ? and job_type = ? and process_instance_key = ? and element_instance_key = ?""")
        .params(
            variables.text(result),
            subject.toString(),
            type(job),
            job.getProcessInstanceKey(),
            job.getElementInstanceKey())
        .update();
    return result;
  }

  private Map<String, Object> earlier(ActivatedJob job, Object subject) {
    return variables.parse(
        jdbc.sql(
                """
                select variables from registry.job_effect
                where subject = ? and job_type = ? and process_instance_key = ? and element_instance_key = ?""")
            .params(
                subject.toString(),
                type(job),
                job.getProcessInstanceKey(),
                job.getElementInstanceKey())
            .query(String.class)
            .single());
  }

  /** Listeners of several events of one task are different jobs of one element instance. */
  private static String type(ActivatedJob job) {
    return job.getListenerEventType() == null
        ? job.getType()
        : job.getType() + "/" + job.getListenerEventType();
  }
}
