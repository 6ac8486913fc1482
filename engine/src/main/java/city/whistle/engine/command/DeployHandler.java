package city.whistle.engine.command;

import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.execution.Components;
import city.whistle.engine.model.Binding;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.model.StartForm;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deploys files together. Where all of them are what was deployed last under their ids, nothing is
 * new. Else all get a new version, changed or not: what is bound to its deployment stays together.
 */
final class DeployHandler implements CommandHandler<DeployResources, Deployed> {

  private final Components components;
  private final Resources resources;
  private final FileCompiler compiler;
  private final UnchangedFiles unchanged;
  private final StartEvents startEvents;

  DeployHandler(Components components, FileCompiler compiler) {
    this.components = components;
    this.resources = components.turn.state().resources;
    this.compiler = compiler;
    this.unchanged = new UnchangedFiles(resources, components.definitions);
    this.startEvents = new StartEvents(components);
  }

  @Override
  public Deployed handle(DeployResources command) {
    return FileCompiler.read(command.files())
        .flatMap(this::find)
        .orElseGet(() -> deploy(new DeployCompiled(compiler.compile(command.files()))));
  }

  Optional<Deployed> find(List<DeployedFile> files) {
    return unchanged.find(files);
  }

  Deployed deploy(DeployCompiled command) {
    CompiledFiles files = command.files();
    return find(files.files()).orElseGet(() -> deploy(files));
  }

  private Deployed deploy(CompiledFiles files) {
    long key = components.turn.nextKey();
    resources.deployments.put(new Deployment(key, components.turn.now()));
    Deployed deployed =
        new Deployed(
            key, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    addProcesses(files, deployed);
    files.graphs().forEach(graph -> add(graph, deployed));
    files.forms().forEach(form -> add(form, deployed));
    return deployed;
  }

  private void addProcesses(CompiledFiles files, Deployed deployed) {
    List<String> mistakes = new ArrayList<>();
    for (CompiledFiles.Process process : files.processes()) {
      try {
        add(process, deployed);
      } catch (InvalidModelException e) {
        mistakes.add(e.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw FileCompiler.rejection(mistakes);
    }
  }

  private void add(CompiledFiles.Process process, Deployed deployed) {
    ProcessModel model = process.model();
    Optional<StartForm> form = Optional.ofNullable(model.startForm());
    int version =
        components
            .definitions
            .latestProcess(model.bpmnProcessId())
            .map(latest -> latest.version() + 1)
            .orElse(1);
    startEvents.closeLatest(model.bpmnProcessId());
    ProcessDefinition definition =
        new ProcessDefinition(
            components.turn.nextKey(),
            model.bpmnProcessId(),
            model.name(),
            version,
            model.versionTag(),
            process.file().name(),
            process.file().checksum(),
            process.file().text(),
            deployed.deploymentKey(),
            components.turn.now(),
            form.map(StartForm::formId).orElse(null),
            form.map(it -> it.binding().type()).orElse(Binding.Type.LATEST),
            form.map(it -> it.binding().versionTag()).orElse(null));
    resources.processes.put(definition);
    deployed.processes().add(definition);
    startEvents.open(definition, model);
    components.definitions.keep(definition.key(), model);
  }

  private void add(CompiledFiles.Graph compiled, Deployed deployed) {
    DecisionGraph graph = compiled.graph();
    int version =
        1
            + resources.requirementsById.stream(graph.id())
                .mapToInt(DecisionRequirements::version)
                .max()
                .orElse(0);
    DecisionRequirements requirements =
        new DecisionRequirements(
            components.turn.nextKey(),
            graph.id(),
            graph.name(),
            version,
            compiled.file().name(),
            compiled.file().checksum(),
            compiled.file().text(),
            deployed.deploymentKey(),
            components.turn.now());
    resources.requirements.put(requirements);
    deployed.requirements().add(requirements);
    components.definitions.keep(requirements.key(), graph);
    graph.decisions().forEach(decision -> add(decision, requirements, deployed));
  }

  private void add(
      DecisionGraph.Decision decision, DecisionRequirements requirements, Deployed deployed) {
    int version =
        components
            .definitions
            .latestDecision(decision.id())
            .map(latest -> latest.version() + 1)
            .orElse(1);
    DecisionDefinition definition =
        new DecisionDefinition(
            components.turn.nextKey(),
            decision.id(),
            decision.name(),
            version,
            decision.versionTag(),
            requirements.key(),
            deployed.deploymentKey());
    resources.decisions.put(definition);
    deployed.decisions().add(definition);
  }

  private void add(CompiledFiles.Form compiled, Deployed deployed) {
    String formId = compiled.head().id();
    int version = components.definitions.latestForm(formId).map(Form::version).orElse(0) + 1;
    Form form =
        new Form(
            components.turn.nextKey(),
            formId,
            version,
            compiled.head().versionTag(),
            compiled.file().name(),
            compiled.file().checksum(),
            compiled.file().text(),
            deployed.deploymentKey(),
            components.turn.now());
    resources.forms.put(form);
    deployed.forms().add(form);
  }
}
