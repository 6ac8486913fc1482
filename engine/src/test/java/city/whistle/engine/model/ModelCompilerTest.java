package city.whistle.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.ExpressionEngine;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCompilerTest {

  private final ExpressionEngine expressions =
      new ExpressionEngine(new EngineClock(Clock.systemUTC()));
  private final ModelCompiler compiler = new ModelCompiler(expressions);

  private ProcessModel compile(BpmnModelInstance model) {
    List<ProcessModel> models = compiler.compile("test.bpmn", Bpmn.convertToString(model));
    assertThat(models).hasSize(1);
    return models.get(0);
  }

  private static Definition definition(ProcessModel model, String id) {
    return model.element(id).definition();
  }

  @Test
  void compilesAServiceTaskBetweenStartAndEnd() {
    ProcessModel model =
        compile(
            Bpmn.createExecutableProcess("p")
                .name("Process")
                .versionTag("v1")
                .startEvent("start")
                .sequenceFlowId("toTask")
                .serviceTask("task")
                .name("Task")
                .zeebeJobType("work")
                .zeebeJobRetries("=n")
                .zeebeTaskHeader("k", "v")
                .zeebeInputExpression("a.b", "in.x")
                .zeebeOutputExpression("r", "out")
                .zeebeStartExecutionListener("before")
                .sequenceFlowId("toEnd")
                .endEvent("end")
                .done());

    assertThat(model.bpmnProcessId()).isEqualTo("p");
    assertThat(model.name()).isEqualTo("Process");
    assertThat(model.versionTag()).isEqualTo("v1");
    assertThat(model.root().type()).isEqualTo(ElementType.PROCESS);
    assertThat(model.root().definition())
        .isEqualTo(new Definition.Scope("start", List.of("start")));

    Element task = model.element("task");
    assertThat(task.type()).isEqualTo(ElementType.SERVICE_TASK);
    assertThat(task.parentId()).isEqualTo("p");
    assertThat(task.incoming()).containsExactly(new SequenceFlow("toTask", "start", "task", null));
    assertThat(task.outgoing()).containsExactly(new SequenceFlow("toEnd", "task", "end", null));
    assertThat(task.inputs()).hasSize(1);
    assertThat(task.inputs().get(0).source().source()).isEqualTo("=a.b");
    assertThat(task.inputs().get(0).target()).containsExactly("in", "x");
    assertThat(task.outputs().get(0).target()).containsExactly("out");
    assertThat(task.listeners().get(0).event()).isEqualTo(Listener.Event.START);
    JobSpec job = ((Definition.JobTask) task.definition()).job();
    assertThat(job.type()).isEqualTo(new Expression.Constant("work"));
    assertThat(job.retries().source()).isEqualTo("=n");
    assertThat(job.headers()).isEqualTo(Map.of("k", "v"));
  }
}
