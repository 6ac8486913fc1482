package city.whistle.engine.execution;

import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.model.ProcessModel;
import java.util.List;

/**
 * What files compile to. The same file is compiled once, however often and by whomever it is asked
 * for: by those who deploy it again, or use it after a restart. Threads may share it; who asks for
 * what another thread compiles waits for that.
 */
public final class CompiledSources {

  private final ModelCompiler compiler;
  private final DecisionEngine decisions;
  private final RecentlyCompiled<List<ProcessModel>> models = new RecentlyCompiled<>();
  private final RecentlyCompiled<DecisionGraph> graphs = new RecentlyCompiled<>();

  public CompiledSources(ModelCompiler compiler, DecisionEngine decisions) {
    this.compiler = compiler;
    this.decisions = decisions;
  }

  /**
   * All executable processes of a BPMN file.
   *
   * @throws InvalidModelException with every mistake of the file
   */
  public List<ProcessModel> models(String resourceName, String xml) {
    return models.get(
        new RecentlyCompiled.Source(resourceName, xml),
        it -> compiler.compile(it.name(), it.xml()));
  }

  /**
   * All decisions of a DMN file.
   *
   * @throws InvalidModelException with every mistake of the file
   */
  public DecisionGraph graph(String resourceName, String xml) {
    return graphs.get(
        new RecentlyCompiled.Source(resourceName, xml),
        it -> decisions.compile(it.name(), it.xml()));
  }
}
