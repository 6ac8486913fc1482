package city.whistle.engine.model;

import static city.whistle.engine.model.Models.around;
import static city.whistle.engine.model.Models.element;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.expression.ExpressionEngine;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** What the compiler has to say of models that it refuses. */
abstract class RefusedModels {

  static final ModelCompiler COMPILER =
      new ModelCompiler(new ExpressionEngine(new EngineClock(Clock.systemUTC())));

  static List<String> mistakes(String xml) {
    return catchThrowableOfType(
            InvalidModelException.class, () -> COMPILER.compile("test.bpmn", xml))
        .mistakes();
  }

  static Arguments refusal(String name, String xml, String mistake) {
    return Arguments.of(name, xml, mistake);
  }

  static String service(String extensions) {
    return around("x", element("serviceTask", "x", extensions));
  }

  static String job(String more) {
    return service("<zeebe:taskDefinition type=\"t\"/>" + more);
  }

  static String catching(String definition) {
    return around(
        "x",
        "<bpmn:intermediateCatchEvent id=\"x\">" + definition + "</bpmn:intermediateCatchEvent>");
  }

  static String throwing(String definition) {
    return around(
        "x",
        "<bpmn:intermediateThrowEvent id=\"x\">" + definition + "</bpmn:intermediateThrowEvent>");
  }

  static String boundary(String attributes, String definition) {
    return around(
        "task",
        "<bpmn:manualTask id=\"task\"/><bpmn:boundaryEvent id=\"x\" attachedToRef=\"task\" "
            + attributes
            + ">"
            + definition
            + "</bpmn:boundaryEvent>");
  }
}
