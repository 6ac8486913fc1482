package city.whistle.workers.job;

import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.CamundaError;
import java.util.Map;

/**
 * What a worker refuses as a matter of course: a BPMN error, whose event in the model hands
 * variable {@code refusal} to the person that has to do otherwise. Forms show its message.
 */
public final class Refusal {

  private Refusal() {}

  /**
   * @param code which the model catches
   * @param message for the person, as staff read it: what is wrong and what would be right, without
   *     personal data
   */
  public static BpmnError of(String code, String message) {
    return CamundaError.bpmnError(
        code, message, Map.of("refusal", Map.of("code", code, "message", message)));
  }
}
