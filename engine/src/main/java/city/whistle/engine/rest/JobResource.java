package city.whistle.engine.rest;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import city.whistle.engine.job.JobPolls;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Searchable;
import com.linecorp.armeria.common.logging.RequestLog;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Work for workers: given out, done, failed. */
final class JobResource {

  private static final String ONE = "/v2/jobs/{jobKey}";

  private final JobPolls polls;

  JobResource(JobPolls polls) {
    this.polls = polls;
  }

  void addTo(Routes routes) {
    routes.post("/v2/jobs/activation", this::activate);
    routes.post(
        "/v2/jobs/search",
        call -> call.search((database, wanted) -> database.search(Searchable.JOB, wanted)));
    routes.post(ONE + "/completion", JobResource::complete);
    routes.post(ONE + "/failure", JobResource::fail);
    routes.post(ONE + "/error", JobResource::throwError);
    routes.patch(ONE, JobResource::update);
  }

  private CompletableFuture<Answer> activate(Call call) {
    Body body =
        call.body(
            "type",
            "worker",
            "timeout",
            "maxJobsToActivate",
            "fetchVariable",
            "requestTimeout",
            "tenantIds",
            "tenantFilter");
    body.refuseTenants();
    body.oneOf("tenantFilter", "PROVIDED", "ASSIGNED");
    ActivateJobs request =
        new ActivateJobs(
            body.requiredText("type"),
            body.text("worker", ""),
            Duration.ofMillis(body.number("timeout", 0)),
            body.integer("maxJobsToActivate", 0),
            body.texts("fetchVariable"));
    ServiceRequestContext context = call.context();
    context.clearRequestTimeout();
    CompletableFuture<JobsActivated> poll =
        polls.poll(request, Duration.ofMillis(body.number("requestTimeout", 0)));
    context.log().whenComplete().thenAccept(log -> clearUp(poll, log));
    return poll.thenApplyAsync(
        jobs -> Answer.json(ActivatedJobs.toWire(jobs)), context.eventLoop());
  }

  /** A worker that hung up gets no jobs, and what could not be written to it is given back. */
  private void clearUp(CompletableFuture<JobsActivated> poll, RequestLog log) {
    boolean written = log.responseCause() == null;
    if (!written && !poll.cancel(false) && !poll.isCompletedExceptionally()) {
      polls.release(poll.join());
    }
  }

  private static long key(Call call) {
    return call.pathKey("jobKey");
  }

  private static CompletableFuture<Answer> complete(Call call) {
    Body body = call.body("variables", "result");
    return call.submit(
        new CompleteJob(key(call), body.variables("variables"), ListenerResults.read(body)));
  }

  private static CompletableFuture<Answer> fail(Call call) {
    Body body = call.body("retries", "errorMessage", "retryBackOff", "variables");
    return call.submit(
        new FailJob(
            key(call),
            body.integer("retries", 0),
            body.text("errorMessage", ""),
            Duration.ofMillis(body.number("retryBackOff", 0)),
            body.variables("variables")));
  }

  private static CompletableFuture<Answer> throwError(Call call) {
    Body body = call.body("errorCode", "errorMessage", "variables");
    return call.submit(
        new ThrowJobError(
            key(call),
            body.requiredText("errorCode"),
            body.text("errorMessage", ""),
            body.variables("variables")));
  }

  private static CompletableFuture<Answer> update(Call call) {
    Body body = call.body("changeset", "operationReference");
    body.checkOperationReference();
    Body changes = body.object("changeset", "retries", "timeout");
    Integer retries = changes.integer("retries");
    Long timeout = changes.number("timeout");
    if (retries == null && timeout == null) {
      throw Rejection.invalid(
          "Nothing is to be changed: give a 'changeset' with retries, timeout or both.");
    }
    return call.submit(
        new UpdateJob(key(call), retries, timeout == null ? null : Duration.ofMillis(timeout)));
  }
}
