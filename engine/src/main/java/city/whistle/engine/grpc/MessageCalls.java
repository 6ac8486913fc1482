package city.whistle.engine.grpc;

import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.command.ResolveIncident;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;

/** What reaches instances from outside: messages, signals, the resolution of incidents. */
final class MessageCalls {

  private final Commands commands;

  MessageCalls(Commands commands) {
    this.commands = commands;
  }

  void publish(PublishMessageRequest request, StreamObserver<PublishMessageResponse> caller) {
    commands.submit(
        caller,
        "PUBLISH",
        () -> {
          Requests.checkTenant(request.getTenantId());
          return new PublishMessage(
              request.getName(),
              request.getCorrelationKey(),
              Duration.ofMillis(request.getTimeToLive()),
              request.getMessageId(),
              Requests.variables(request.getVariables()));
        },
        published ->
            PublishMessageResponse.newBuilder()
                .setKey(published.messageKey())
                .setTenantId(Requests.TENANT)
                .build());
  }

  void broadcast(BroadcastSignalRequest request, StreamObserver<BroadcastSignalResponse> caller) {
    commands.submit(
        caller,
        "BROADCAST",
        () -> {
          Requests.checkTenant(request.getTenantId());
          return new BroadcastSignal(
              request.getSignalName(), Requests.variables(request.getVariables()));
        },
        broadcast ->
            BroadcastSignalResponse.newBuilder()
                .setKey(broadcast.signalKey())
                .setTenantId(Requests.TENANT)
                .build());
  }

  void resolve(ResolveIncidentRequest request, StreamObserver<ResolveIncidentResponse> caller) {
    commands.submit(
        caller,
        "RESOLVE",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          return new ResolveIncident(request.getIncidentKey());
        },
        done -> ResolveIncidentResponse.getDefaultInstance());
  }
}
