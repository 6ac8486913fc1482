package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What stands in a file beside its processes. */
class ModelFilesTest extends ModelTexts {

  @OnEveryTarget
  void eventsOfListenersInTheirOlderSpellingAreTaken(Caller caller) {
    for (String event : List.of("create", "assignment", "update", "complete", "cancel")) {
      String body =
          STARTED
              + "<bpmn:userTask id='It'><bpmn:extensionElements><zeebe:userTask/>"
              + "<zeebe:taskListeners><zeebe:taskListener eventType='%s' type='l'/>"
              + "</zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>";
      String model = FILE.formatted(caller.id(), body.formatted(event));
      assertThat(caller.deploy("older.bpmn", model).getProcesses()).as(event).hasSize(1);
    }
  }

  @OnEveryTarget
  void whatOtherNamespacesSayMeansNothing(Caller caller) {
    String body =
        """
        <bpmn:startEvent id="Start"/>
        <bpmn:task id="It" o:bindingType="x" xmlns:o="urn:other"><bpmn:extensionElements>
          <o:taskDefinition type=""/><o:executionListeners eventType="x"/><o:versionTag/>
        </bpmn:extensionElements></bpmn:task>
        <bpmn:sequenceFlow id="in" sourceRef="Start" targetRef="It"/>
        """;
    caller.deploy("other.bpmn", FILE.formatted(caller.id(), body));
    caller.start().isCompleted();
  }

  @OnEveryTarget
  void refusesAFileWithEntities(Caller caller) {
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + FILE.formatted(caller.id(), "<bpmn:startEvent id='S'/>").substring(38);
    Refusal.INVALID_ARGUMENT.of(() -> caller.deploy("refused.bpmn", xml), "refused.bpmn");
  }

  @OnEveryTarget
  void refusesAFileOfAnotherKind(Caller caller) {
    Refusal.INVALID_ARGUMENT.of(() -> caller.deploy("picture.png", "no"), "picture.png");
  }
}
