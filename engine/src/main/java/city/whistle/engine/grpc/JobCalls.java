package city.whistle.engine.grpc;

import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.ThrowJobError;
import city.whistle.engine.command.UpdateJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;

/** What workers tell of their jobs. */
final class JobCalls {

  private final Commands commands;

  JobCalls(Commands commands) {
    this.commands = commands;
  }

  void complete(CompleteJobRequest request, StreamObserver<CompleteJobResponse> caller) {
    commands.submit(
        caller,
        "COMPLETE",
        () ->
            new CompleteJob(
                request.getJobKey(),
                Requests.variables(request.getVariables()),
                request.hasResult() ? ListenerResults.read(request.getResult()) : null),
        done -> CompleteJobResponse.getDefaultInstance());
  }

  void fail(FailJobRequest request, StreamObserver<FailJobResponse> caller) {
    commands.submit(
        caller,
        "FAIL",
        () ->
            new FailJob(
                request.getJobKey(),
                request.getRetries(),
                request.getErrorMessage(),
                Duration.ofMillis(request.getRetryBackOff()),
                Requests.variables(request.getVariables())),
        done -> FailJobResponse.getDefaultInstance());
  }

  void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> caller) {
    commands.submit(
        caller,
        "THROW_ERROR",
        () ->
            new ThrowJobError(
                request.getJobKey(),
                request.getErrorCode(),
                request.getErrorMessage(),
                Requests.variables(request.getVariables())),
        done -> ThrowErrorResponse.getDefaultInstance());
  }

  void updateRetries(
      UpdateJobRetriesRequest request, StreamObserver<UpdateJobRetriesResponse> caller) {
    commands.submit(
        caller,
        "UPDATE_RETRIES",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          return new UpdateJob(request.getJobKey(), request.getRetries(), null);
        },
        done -> UpdateJobRetriesResponse.getDefaultInstance());
  }

  void updateTimeout(
      UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> caller) {
    commands.submit(
        caller,
        "UPDATE_TIMEOUT",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          return new UpdateJob(request.getJobKey(), null, Duration.ofMillis(request.getTimeout()));
        },
        done -> UpdateJobTimeoutResponse.getDefaultInstance());
  }
}
