package city.whistle.benchmarks;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The process that is run: three service tasks one after the other, all for one worker. An instance
 * starts with four variables and gets one more from each task.
 */
final class Errand {

  static final String ID = "errand";
  static final String JOB_TYPE = "errand.step";
  static final String FILE = "errand.bpmn";
  static final String STARTED_AT = "startedAt";

  /** How many variables an instance has in the end. */
  static final int VARIABLES = 7;

  private static final String LAST_TASK = "ArchiveCase";

  private Errand() {}

  static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(ID)
        .startEvent("CaseReceived")
        .serviceTask("RegisterCase", task -> task.zeebeJobType(JOB_TYPE))
        .serviceTask("HandleCase", task -> task.zeebeJobType(JOB_TYPE))
        .serviceTask(LAST_TASK, task -> task.zeebeJobType(JOB_TYPE))
        .endEvent("CaseClosed")
        .done();
  }

  static Map<String, Object> variables(long number, long now) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("caseNumber", "20261124-%06d".formatted(number));
    variables.put("channel", "phone");
    variables.put("place", Map.of("districtCode", "110102", "streetCode", "110102009"));
    variables.put(STARTED_AT, now);
    return variables;
  }

  static Map<String, Object> result(String elementId) {
    return Map.of("doneBy" + elementId, "street:110102009");
  }

  static boolean isLast(String elementId) {
    return elementId.equals(LAST_TASK);
  }
}
