package city.whistle.engine.server;

import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.command.InstanceCreated;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Row;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A program with an engine that starts instances and prints their keys until it is killed. */
final class Victim {

  static final String PROCESS = "victim";
  static final String JOB_TYPE = "survive";

  private static final int IN_FLIGHT = 50;

  private Victim() {}

  /**
   * @param arguments the URL of the database
   */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedEngine engine =
        EmbeddedEngine.builder()
            .database(arguments[0], null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .start();
    engine.engine().submit(deployment()).join();
    Semaphore free = new Semaphore(IN_FLIGHT);
    while (true) {
      free.acquire();
      engine.engine().submit(instance()).thenAccept(Victim::print).thenRun(free::release);
    }
  }

  private static void print(InstanceCreated created) {
    System.out.print(created.processInstanceKey() + "\n");
    System.out.flush();
  }

  private static DeployResources deployment() {
    String model =
        Bpmn.convertToString(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("Survive", task -> task.zeebeJobType(JOB_TYPE))
                .endEvent()
                .done());
    return new DeployResources(
        List.of(new ResourceFile("victim.bpmn", model.getBytes(StandardCharsets.UTF_8))));
  }

  private static CreateInstance instance() {
    return new CreateInstance(
        Row.NONE, PROCESS, -1, JsonValue.EMPTY_OBJECT, List.of(), List.of(), false, List.of());
  }
}
