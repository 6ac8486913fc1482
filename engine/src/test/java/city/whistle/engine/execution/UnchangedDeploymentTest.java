package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.command.Preparation;
import city.whistle.engine.command.Processor;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.state.State;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each compilation is noted with the file's name. */
class UnchangedDeploymentTest {

  private static final String DMN =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%s" name="g"
          namespace="n"><decision id="%s" name="d"><variable name="d"/>
          <literalExpression><text>1</text></literalExpression></decision></definitions>
      """;

  private final State state = new State();
  private final KeyGenerator keys = new KeyGenerator();
  private final EngineClock clock = new EngineClock(Clock.systemUTC());
  private final ExpressionEngine expressions = new ExpressionEngine(clock);
  private final DecisionEngine decisions = new DecisionEngine(clock);
  private final ModelCompiler compiler = new ModelCompiler(expressions);
  private final List<String> compiled = new ArrayList<>();
  private Processor processor = processor();

  /** One that has compiled nothing yet, as after a restart. */
  private Processor processor() {
    CompiledSources sources =
        new CompiledSources(
            file -> {
              compiled.add(file.name());
              return compiler.compile(file.name(), file.xml());
            },
            file -> {
              compiled.add(file.name());
              return decisions.compile(file.name(), file.xml());
            });
    return new Processor(state, keys, clock, expressions, decisions, sources);
  }

  private static ResourceFile file(String name, String text) {
    return new ResourceFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ResourceFile process(String fileName, String... ids) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      text.append(
          "<process id='%s' isExecutable='true'><startEvent id='s_%s'/></process>"
              .formatted(id, id));
    }
    return file(
        fileName,
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>"
            + text
            + "</definitions>");
  }

  /** As the engine does: the state is asked first, and what it doesn't know is compiled. */
  private Deployed deploy(ResourceFile... files) {
    DeployResources command = new DeployResources(List.of(files));
    Preparation<Deployed> preparation = processor.preparation(command).orElseThrow();
    Optional<Command<Optional<Deployed>>> question = preparation.question();
    return question
        .flatMap(it -> processor.process(it).answer())
        .orElseGet(() -> processor.process(preparation.prepare()).answer());
  }

  @Test
  void filesThatAreDeployedAlreadyAreNotCompiled() {
    ResourceFile[] files = {
      file("a.bpmn", Bpmn.convertToString(Bpmn.createExecutableProcess("a").startEvent().done())),
      file("b.dmn", DMN.formatted("g", "d")),
      file("c.form", "{\"id\":\"f\",\"components\":[]}")
    };
    Deployed first = deploy(files);
    assertThat(compiled).containsExactly("a.bpmn", "b.dmn");
    compiled.clear();
    processor = processor();
    assertThat(deploy(files)).isEqualTo(first);
    assertThat(processor.process(new DeployResources(List.of(files))).answer()).isEqualTo(first);
    assertThat(compiled).isEmpty();
  }

  @Test
  void aFileIsNewWhereOneOfItsProcessesHasALaterVersion() {
    deploy(process("two.bpmn", "p", "q"));
    deploy(process("one.bpmn", "q"));
    Deployed again = deploy(process("two.bpmn", "p", "q"));
    assertThat(again.processes())
        .extracting(it -> it.bpmnProcessId() + it.version())
        .containsExactly("p2", "q3");
  }

  @Test
  void aGraphIsNewWhereOneOfItsDecisionsHasALaterVersion() {
    deploy(file("a.dmn", DMN.formatted("g1", "d")));
    deploy(file("b.dmn", DMN.formatted("g2", "d")));
    Deployed again = deploy(file("a.dmn", DMN.formatted("g1", "d")));
    assertThat(again.decisions()).extracting(it -> it.version()).containsExactly(3);
  }
}
