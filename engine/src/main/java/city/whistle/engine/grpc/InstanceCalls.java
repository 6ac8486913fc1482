package city.whistle.engine.grpc;

import city.whistle.engine.command.CancelInstance;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.command.MigrateInstance;
import city.whistle.engine.command.ModifyInstance;
import city.whistle.engine.command.SetVariables;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Row;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.ActivateInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.TerminateInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Process instances: to start, cancel, modify, migrate, and give variables to. */
final class InstanceCalls {

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(15);

  private final Commands commands;

  InstanceCalls(Commands commands) {
    this.commands = commands;
  }

  void create(
      CreateProcessInstanceRequest request, StreamObserver<CreateProcessInstanceResponse> caller) {
    commands.submit(
        caller,
        "CREATE",
        () -> command(request, false, List.of()),
        created ->
            CreateProcessInstanceResponse.newBuilder()
                .setProcessDefinitionKey(created.processDefinitionKey())
                .setBpmnProcessId(created.bpmnProcessId())
                .setVersion(created.version())
                .setProcessInstanceKey(created.processInstanceKey())
                .setTenantId(Requests.TENANT)
                .addAllTags(created.tags())
                .build());
  }

  void createWithResult(
      CreateProcessInstanceWithResultRequest request,
      ServerCallStreamObserver<CreateProcessInstanceWithResultResponse> caller) {
    CompletableFuture<Void> hungUp = new CompletableFuture<>();
    caller.setOnCancelHandler(() -> hungUp.complete(null));
    commands.submitAndAwait(
        caller,
        "CREATE_WITH_AWAITING_RESULT",
        () -> command(request.getRequest(), true, request.getFetchVariablesList()),
        created -> {
          CompletableFuture<JsonValue> result =
              created.result().orTimeout(wait(request), TimeUnit.MILLISECONDS);
          hungUp.thenRun(() -> result.cancel(false));
          return result.thenApply(variables -> response(created, variables));
        });
  }

  private static long wait(CreateProcessInstanceWithResultRequest request) {
    return request.getRequestTimeout() > 0 ? request.getRequestTimeout() : DEFAULT_WAIT.toMillis();
  }

  private static CreateProcessInstanceWithResultResponse response(
      InstanceCreated created, JsonValue variables) {
    return CreateProcessInstanceWithResultResponse.newBuilder()
        .setProcessDefinitionKey(created.processDefinitionKey())
        .setBpmnProcessId(created.bpmnProcessId())
        .setVersion(created.version())
        .setProcessInstanceKey(created.processInstanceKey())
        .setTenantId(Requests.TENANT)
        .setVariables(variables.text())
        .addAllTags(created.tags())
        .build();
  }

  private static CreateInstance command(
      CreateProcessInstanceRequest request, boolean awaitResult, List<String> fetchVariables) {
    Requests.checkTenant(request.getTenantId());
    Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
    if (request.getRuntimeInstructionsCount() > 0) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED, "Runtime instructions are not there yet: send none.");
    }
    return new CreateInstance(
        request.getProcessDefinitionKey() > 0 ? request.getProcessDefinitionKey() : Row.NONE,
        request.getBpmnProcessId(),
        request.getVersion(),
        Requests.variables(request.getVariables()),
        request.getStartInstructionsList().stream()
            .map(ProcessInstanceCreationStartInstruction::getElementId)
            .toList(),
        List.copyOf(request.getTagsList()),
        awaitResult,
        List.copyOf(fetchVariables));
  }

  void cancel(
      CancelProcessInstanceRequest request, StreamObserver<CancelProcessInstanceResponse> caller) {
    commands.submit(
        caller,
        "CANCEL",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          return new CancelInstance(request.getProcessInstanceKey());
        },
        done -> CancelProcessInstanceResponse.getDefaultInstance());
  }

  void setVariables(SetVariablesRequest request, StreamObserver<SetVariablesResponse> caller) {
    commands.submitAndAwait(
        caller,
        "UPDATE",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          return new SetVariables(
              request.getElementInstanceKey(),
              Requests.variables(request.getVariables()),
              request.getLocal());
        },
        set ->
            set.done()
                .thenApply(done -> SetVariablesResponse.newBuilder().setKey(set.key()).build()));
  }

  void modify(
      ModifyProcessInstanceRequest request, StreamObserver<ModifyProcessInstanceResponse> caller) {
    commands.submit(
        caller,
        "MODIFY",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          return new ModifyInstance(
              request.getProcessInstanceKey(),
              request.getActivateInstructionsList().stream()
                  .map(InstanceCalls::activation)
                  .toList(),
              request.getTerminateInstructionsList().stream()
                  .map(TerminateInstruction::getElementInstanceKey)
                  .toList());
        },
        done -> ModifyProcessInstanceResponse.getDefaultInstance());
  }

  /** Clients that name no ancestor say 0 or less. */
  private static ModifyInstance.Activation activation(ActivateInstruction instruction) {
    long ancestor = instruction.getAncestorElementInstanceKey();
    return new ModifyInstance.Activation(
        instruction.getElementId(),
        ancestor > 0 ? ancestor : Row.NONE,
        instruction.getVariableInstructionsList().stream()
            .map(
                some ->
                    new ModifyInstance.Variables(
                        Requests.variables(some.getVariables()), some.getScopeId()))
            .toList());
  }

  void migrate(
      MigrateProcessInstanceRequest request,
      StreamObserver<MigrateProcessInstanceResponse> caller) {
    commands.submit(
        caller,
        "MIGRATE",
        () -> {
          Requests.checkReference(request.hasOperationReference(), request.getOperationReference());
          MigrateProcessInstanceRequest.MigrationPlan plan = request.getMigrationPlan();
          return new MigrateInstance(
              request.getProcessInstanceKey(),
              plan.getTargetProcessDefinitionKey(),
              plan.getMappingInstructionsList().stream()
                  .map(
                      one ->
                          new MigrateInstance.Mapping(
                              one.getSourceElementId(), one.getTargetElementId()))
                  .toList());
        },
        done -> MigrateProcessInstanceResponse.getDefaultInstance());
  }
}
