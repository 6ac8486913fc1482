package city.whistle.engine.execution;

import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.execution.RecentlyCompiled.Source;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.model.ProcessModel;
import java.util.List;
import java.util.function.Function;

/**
 * What files compile to. The same file is compiled once, however often and by whomever it is asked
 * for: by those who deploy it again, or use it after a restart. Threads may share it; who asks for
 * what another thread compiles waits for that.
 */
public final class CompiledSources {

  private final Function<Source, List<ProcessModel>> modelCompiler;
  private final Function<Source, DecisionGraph> graphCompiler;
  private final RecentlyCompiled<List<ProcessModel>> models = new RecentlyCompiled<>();
  private final RecentlyCompiled<DecisionGraph> graphs = new RecentlyCompiled<>();

  public CompiledSources(ModelCompiler compiler, DecisionEngine decisions) {
    this(
        file -> compiler.compile(file.name(), file.xml()),
        file -> decisions.compile(file.name(), file.xml()));
  }

  CompiledSources(
      Function<Source, List<ProcessModel>> modelCompiler,
      Function<Source, DecisionGraph> graphCompiler) {
    this.modelCompiler = modelCompiler;
    this.graphCompiler = graphCompiler;
  }

  /**
   * All executable processes of a BPMN file.
   *
   * @throws InvalidModelException with every mistake of the file
   */
  public List<ProcessModel> models(String resourceName, String xml) {
    return models.get(new Source(resourceName, xml), modelCompiler);
  }

  /**
   * All decisions of a DMN file.
   *
   * @throws InvalidModelException with every mistake of the file
   */
  public DecisionGraph graph(String resourceName, String xml) {
    return graphs.get(new Source(resourceName, xml), graphCompiler);
  }
}
