package city.whistle.console.supervision;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Map;

/** A process of no case, which finds no way on while its variable {@code way} isn't 1. */
final class HinderedProcess {

  private static final String ID = "wayless";

  private HinderedProcess() {}

  static long start(CamundaClient client) {
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess(ID)
                .startEvent()
                .exclusiveGateway("Choose")
                .conditionExpression("way = 1")
                .endEvent()
                .done(),
            ID + ".bpmn")
        .send()
        .join();
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(ID)
        .latestVersion()
        .variables(Map.of("way", "none"))
        .send()
        .join()
        .getProcessInstanceKey();
  }
}
