package city.whistle.engine.contract;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Files to deploy. */
abstract class DeployedFiles {

  static final String FORM =
      "{\"id\":\"%s\",\"type\":\"default\",\"components\":[],\"schemaVersion\":16}";

  static BpmnModelInstance model(Caller caller, String task) {
    return caller
        .process()
        .name("Asked")
        .versionTag("v-" + task)
        .startEvent("Start")
        .serviceTask(task, t -> t.zeebeJobType(caller.id("work")))
        .endEvent("Done")
        .done();
  }
}
