package city.whistle.engine.grpc;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.job.JobPolls;
import city.whistle.engine.job.JobStream;
import city.whistle.engine.outcome.Rejection;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Jobs on their way to workers, polled or streamed. */
final class JobDelivery {

  private static final String INTENT = "ACTIVATE";

  private final JobDispatcher jobs;

  JobDelivery(JobDispatcher jobs) {
    this.jobs = jobs;
  }

  void activate(
      ActivateJobsRequest request, ServerCallStreamObserver<ActivateJobsResponse> worker) {
    try {
      Requests.checkTenants(request.getTenantIdsList());
    } catch (Rejection e) {
      worker.onError(GrpcStatus.of(e));
      return;
    }
    JobPolls polls = jobs.polls();
    CompletableFuture<JobsActivated> poll =
        polls.poll(command(request), Duration.ofMillis(request.getRequestTimeout()));
    worker.setOnCancelHandler(() -> hangUp(poll));
    Connection connection = Connection.current();
    poll.thenApply(ActivatedJobs::of)
        .whenComplete(
            (activated, failure) ->
                connection.afterReading(() -> answer(worker, activated, failure)));
  }

  /** A call that is cancelled was not delivered whole, even where it was written already. */
  private void hangUp(CompletableFuture<JobsActivated> poll) {
    if (!poll.cancel(false) && !poll.isCompletedExceptionally()) {
      jobs.polls().release(poll.join());
    }
  }

  private static ActivateJobs command(ActivateJobsRequest request) {
    return new ActivateJobs(
        request.getType(),
        request.getWorker(),
        Duration.ofMillis(request.getTimeout()),
        request.getMaxJobsToActivate(),
        List.copyOf(request.getFetchVariableList()));
  }

  private static void answer(
      ServerCallStreamObserver<ActivateJobsResponse> worker,
      List<ActivatedJob> activated,
      Throwable failure) {
    if (worker.isCancelled()) {
      return;
    }
    if (failure != null) {
      worker.onError(GrpcStatus.of(INTENT, failure));
      return;
    }
    if (!activated.isEmpty()) {
      worker.onNext(ActivateJobsResponse.newBuilder().addAllJobs(activated).build());
    }
    worker.onCompleted();
  }

  void stream(StreamActivatedJobsRequest request, ServerCallStreamObserver<ActivatedJob> worker) {
    try {
      Requests.checkTenants(request.getTenantIdsList());
      StreamSink sink = new StreamSink(worker, Connection.current(), jobs.polls()::release);
      JobStream stream =
          jobs.streams()
              .open(
                  request.getType(),
                  request.getWorker(),
                  Duration.ofMillis(request.getTimeout()),
                  List.copyOf(request.getFetchVariableList()),
                  sink);
      sink.onWritten(stream::ready);
      worker.setOnCancelHandler(stream::close);
      worker.setOnReadyHandler(stream::ready);
    } catch (Rejection e) {
      worker.onError(GrpcStatus.of(e));
    }
  }
}
