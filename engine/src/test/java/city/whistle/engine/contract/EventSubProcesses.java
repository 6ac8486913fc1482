package city.whistle.engine.contract;

import io.camunda.zeebe.model.bpmn.builder.EmbeddedSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;

/** What the fluent builder can't draw of event sub-processes. */
public final class EventSubProcesses {

  private EventSubProcesses() {}

  /** The inside of the event sub-process that has this start event, to put others into it. */
  public static EmbeddedSubProcessBuilder around(StartEventBuilder start) {
    return ((SubProcess) start.getElement().getParentElement()).builder().embeddedSubProcess();
  }
}
