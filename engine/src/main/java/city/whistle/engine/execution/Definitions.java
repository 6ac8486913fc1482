package city.whistle.engine.execution;

import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.model.Binding;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Finds what was deployed, in the version that is meant, and compiles it at its first use. */
public final class Definitions {

  private final Resources resources;
  private final CompiledSources sources;
  private final Map<Long, ProcessModel> models = new HashMap<>();
  private final Map<Long, DecisionGraph> graphs = new HashMap<>();

  public Definitions(Resources resources, CompiledSources sources) {
    this.resources = resources;
    this.sources = sources;
  }

  public ProcessModel model(long processDefinitionKey) {
    return models.computeIfAbsent(processDefinitionKey, this::compile);
  }

  /** Keeps what was compiled for a deployment, so that nobody compiles it again. */
  public void keep(long processDefinitionKey, ProcessModel model) {
    models.put(processDefinitionKey, model);
  }

  /** Keeps what was compiled for a deployment, so that nobody compiles it again. */
  public void keep(long requirementsKey, DecisionGraph graph) {
    graphs.put(requirementsKey, graph);
  }

  private ProcessModel compile(long processDefinitionKey) {
    ProcessDefinition definition = resources.processes.get(processDefinitionKey);
    return sources.models(definition.resourceName(), definition.xml()).stream()
        .filter(model -> model.bpmnProcessId().equals(definition.bpmnProcessId()))
        .findFirst()
        .orElseThrow();
  }

  public DecisionGraph graph(long requirementsKey) {
    return graphs.computeIfAbsent(requirementsKey, this::compileGraph);
  }

  private DecisionGraph compileGraph(long requirementsKey) {
    DecisionRequirements requirements = resources.requirements.get(requirementsKey);
    return sources.graph(requirements.resourceName(), requirements.xml());
  }

  /**
   * Compiles what is likely to be used, one file per task, so that its first use need not: what
   * instances are open of, and the latest versions. The tasks may run on any thread.
   *
   * @param open keys of process definitions
   */
  public List<Runnable> compileAhead(Collection<Long> open) {
    Set<Long> processes = new LinkedHashSet<>(open);
    latestOfEach(
            resources.processes.all(), ProcessDefinition::bpmnProcessId, ProcessDefinition::version)
        .forEach(process -> processes.add(process.key()));
    Set<Long> graphs = new LinkedHashSet<>();
    latestOfEach(
            resources.decisions.all(), DecisionDefinition::decisionId, DecisionDefinition::version)
        .forEach(decision -> graphs.add(decision.requirementsKey()));
    List<Runnable> tasks = new ArrayList<>();
    processes.stream()
        .map(resources.processes::get)
        .forEach(it -> tasks.add(() -> sources.models(it.resourceName(), it.xml())));
    graphs.stream()
        .map(resources.requirements::get)
        .forEach(it -> tasks.add(() -> sources.graph(it.resourceName(), it.xml())));
    return tasks;
  }

  /** Forgets what was compiled. */
  public void clear() {
    models.clear();
    graphs.clear();
  }

  public Optional<ProcessDefinition> process(long key) {
    return resources.processes.find(key);
  }

  public Optional<ProcessDefinition> latestProcess(String bpmnProcessId) {
    return latest(resources.processesById.list(bpmnProcessId), ProcessDefinition::version);
  }

  public Optional<ProcessDefinition> process(String bpmnProcessId, int version) {
    return resources.processesById.stream(bpmnProcessId)
        .filter(process -> process.version() == version)
        .findFirst();
  }

  public Optional<ProcessDefinition> process(
      String bpmnProcessId, Binding binding, long callerKey) {
    return bound(
        resources.processesById.list(bpmnProcessId),
        ProcessDefinition::version,
        switch (binding.type()) {
          case LATEST -> process -> true;
          case DEPLOYMENT -> process -> process.deploymentKey() == deploymentOf(callerKey);
          case VERSION_TAG -> process -> binding.versionTag().equals(process.versionTag());
        });
  }

  public Optional<DecisionDefinition> latestDecision(String decisionId) {
    return latest(resources.decisionsById.list(decisionId), DecisionDefinition::version);
  }

  public Optional<DecisionDefinition> decision(String decisionId, Binding binding, long callerKey) {
    return bound(
        resources.decisionsById.list(decisionId),
        DecisionDefinition::version,
        switch (binding.type()) {
          case LATEST -> decision -> true;
          case DEPLOYMENT -> decision -> decision.deploymentKey() == deploymentOf(callerKey);
          case VERSION_TAG -> decision -> binding.versionTag().equals(decision.versionTag());
        });
  }

  public Optional<Form> latestForm(String formId) {
    return latest(resources.formsById.list(formId), Form::version);
  }

  public Optional<Form> form(String formId, Binding binding, long callerKey) {
    return bound(
        resources.formsById.list(formId),
        Form::version,
        switch (binding.type()) {
          case LATEST -> form -> true;
          case DEPLOYMENT -> form -> form.deploymentKey() == deploymentOf(callerKey);
          case VERSION_TAG -> form -> binding.versionTag().equals(form.versionTag());
        });
  }

  private long deploymentOf(long processDefinitionKey) {
    return resources.processes.get(processDefinitionKey).deploymentKey();
  }

  private static <R> Optional<R> bound(
      List<R> versions, ToIntFunction<R> version, Predicate<R> meant) {
    return latest(versions.stream().filter(meant).toList(), version);
  }

  private static <R> Collection<R> latestOfEach(
      Collection<R> all, Function<R, String> id, ToIntFunction<R> version) {
    Map<String, R> latest = new LinkedHashMap<>();
    all.forEach(
        it ->
            latest.merge(id.apply(it), it, BinaryOperator.maxBy(Comparator.comparingInt(version))));
    return latest.values();
  }

  private static <R> Optional<R> latest(List<R> versions, ToIntFunction<R> version) {
    return versions.stream().max(Comparator.comparingInt(version));
  }
}
