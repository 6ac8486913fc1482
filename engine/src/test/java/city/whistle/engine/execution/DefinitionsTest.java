package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.model.Binding;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is compiled ahead shows by its names: no file here can be compiled, and each says so. */
class DefinitionsTest {

  private final State state = new State();
  private final EngineClock clock = new EngineClock(Clock.systemUTC());
  private final Definitions definitions =
      new Definitions(
          state.resources,
          new CompiledSources(
              new ModelCompiler(new ExpressionEngine(clock)), new DecisionEngine(clock)));

  private void process(long key, String id, int version) {
    state.resources.processes.put(
        new ProcessDefinition(
            key,
            id,
            id,
            version,
            null,
            id + version,
            "sum",
            "",
            1,
            Instant.EPOCH,
            null,
            Binding.Type.LATEST,
            null));
  }

  private TreeSet<String> ahead(List<Long> open) {
    TreeSet<String> names = new TreeSet<>();
    for (Runnable task : definitions.compileAhead(open)) {
      try {
        task.run();
      } catch (InvalidModelException e) {
        names.add(e.getMessage().replaceAll(".*'(\\w+)'.*", "$1").lines().findFirst().orElse(""));
      }
    }
    return names;
  }

  @Test
  void latestVersionsAndThoseWithOpenInstancesAreCompiledAhead() {
    process(1, "a", 1);
    process(2, "a", 2);
    process(3, "a", 3);
    process(4, "b", 1);
    assertThat(ahead(List.of())).containsExactly("a3", "b1");
    assertThat(ahead(List.of(1L, 3L))).containsExactly("a1", "a3", "b1");
  }
}
