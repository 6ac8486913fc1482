package city.whistle.engine.model;

/** BPMN files for tests, from their parts. */
final class Models {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          id="file" targetNamespace="http://bpmn.io/schema/bpmn">
      """;

  private Models() {}

  /** A file with these root elements. */
  static String file(String rootElements) {
    return HEAD + rootElements + "</bpmn:definitions>";
  }

  /** A file with the executable process p of these elements. */
  static String process(String elements) {
    return file("<bpmn:process id=\"p\" isExecutable=\"true\">" + elements + "</bpmn:process>");
  }

  /** Process p: start, these elements with flows from and to what is named, end. */
  static String around(String id, String element) {
    return process(
        "<bpmn:startEvent id=\"start\"/>"
            + flow("f1", "start", id)
            + element
            + flow("f2", id, "end")
            + "<bpmn:endEvent id=\"end\"/>");
  }

  static String flow(String id, String source, String target) {
    return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>"
        .formatted(id, source, target);
  }

  static String flow(String id, String source, String target, String condition) {
    return ("<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">"
            + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>"
            + "</bpmn:sequenceFlow>")
        .formatted(id, source, target, condition);
  }

  /** An element with extension elements. */
  static String element(String type, String id, String extensions) {
    return "<bpmn:%s id=\"%s\"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:%s>"
        .formatted(type, id, extensions, type);
  }
}
