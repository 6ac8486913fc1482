package city.whistle.engine.contract;

/** Texts of files, with room for what is tried. */
abstract class ModelTexts {

  static final String FILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          id="defs" targetNamespace="test">
        <bpmn:message id="named" name="named"/>
        <bpmn:signal id="alarm" name="alarm"/>
        <bpmn:error id="failure" name="failure" errorCode="E1"/>
        <bpmn:escalation id="up" name="up" escalationCode="U"/>
        <bpmn:process id="%s" isExecutable="true">
          %s
        </bpmn:process>
      </bpmn:definitions>
      """;

  static final String STARTED =
      """
      <bpmn:startEvent id="Start"/>
      <bpmn:sequenceFlow id="in" sourceRef="Start" targetRef="It"/>
      """;
}
