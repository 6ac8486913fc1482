package city.whistle.engine.model;

import static city.whistle.engine.model.Models.file;
import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.ExpressionEngine;
import java.time.Clock;

/** Models as the compiler reads them. */
abstract class CompiledModels {

  static final ModelCompiler COMPILER =
      new ModelCompiler(new ExpressionEngine(new EngineClock(Clock.systemUTC())));

  static final String ROOTS =
      """
      <bpmn:message id="m" name="answered"><bpmn:extensionElements>
        <zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
      <bpmn:message id="begin" name="begin"/>
      <bpmn:signal id="sig" name="alarm"/>
      <bpmn:error id="err" errorCode="LATE"/>
      """;

  static ProcessModel compile(String xml) {
    return COMPILER.compile("test.bpmn", xml).get(0);
  }

  static ProcessModel compileWithRoots(String elements) {
    return compile(
        file(
            ROOTS
                + "<bpmn:process id=\"p\" isExecutable=\"true\">"
                + elements
                + "</bpmn:process>"));
  }

  static <D extends Definition> D definition(ProcessModel model, String id, Class<D> type) {
    assertThat(model.element(id).definition()).isInstanceOf(type);
    return type.cast(model.element(id).definition());
  }

  static String source(Expression expression) {
    return expression == null ? null : expression.source();
  }
}
