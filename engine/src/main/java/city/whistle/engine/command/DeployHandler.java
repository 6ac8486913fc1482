package city.whistle.engine.command;

import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.execution.Components;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.Resources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deploys files together. Where all of them are what was deployed last under their ids, nothing is
 * new. Else all get a new version, changed or not: what is bound to its deployment stays together.
 */
final class DeployHandler implements CommandHandler<DeployResources, Deployed> {

  private final Components components;
  private final Resources resources;
  private final ModelCompiler compiler;
  private final DecisionEngine decisions;
  private final UnchangedFiles unchanged;
  private final StartEvents startEvents;

  DeployHandler(Components components, ModelCompiler compiler, DecisionEngine decisions) {
    this.components = components;
    this.resources = components.turn.state().resources;
    this.compiler = compiler;
    this.decisions = decisions;
    this.unchanged = new UnchangedFiles(resources, components.definitions);
    this.startEvents = new StartEvents(components);
  }

  @Override
  public Deployed handle(DeployResources command) {
    if (command.files().isEmpty()) {
      throw Rejection.invalid("Expected at least one resource to deploy, but there is none.");
    }
    List<DeployedFile> files = command.files().stream().map(DeployedFile::of).toList();
    return unchanged.find(files).orElseGet(() -> deploy(files));
  }

  private Deployed deploy(List<DeployedFile> files) {
    Compiled compiled = compile(files);
    long key = components.turn.nextKey();
    resources.deployments.put(new Deployment(key, components.turn.now()));
    Deployed deployed =
        new Deployed(
            key, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    compiled.processes.forEach(process -> add(process, deployed));
    compiled.graphs.forEach(graph -> add(graph, deployed));
    compiled.forms.forEach(form -> add(form, deployed));
    return deployed;
  }

  private record CompiledProcess(DeployedFile file, ProcessModel model) {}

  private record CompiledGraph(DeployedFile file, DecisionGraph graph) {}

  private record CompiledForm(DeployedFile file, FormHead head) {}

  private record Compiled(
      List<CompiledProcess> processes, List<CompiledGraph> graphs, List<CompiledForm> forms) {}

  private Compiled compile(List<DeployedFile> files) {
    Compiled compiled = new Compiled(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> mistakes = new ArrayList<>();
    for (DeployedFile file : files) {
      try {
        compile(file, compiled);
      } catch (InvalidModelException e) {
        mistakes.add(e.getMessage());
      }
    }
    checkUnique(compiled, mistakes);
    if (!mistakes.isEmpty()) {
      throw Rejection.invalid(
          "Expected to deploy new resources, but encountered the following errors:\n"
              + String.join("\n", mistakes));
    }
    return compiled;
  }

  private void compile(DeployedFile file, Compiled compiled) {
    switch (file.kind()) {
      case PROCESS ->
          compiler
              .compile(file.name(), file.text())
              .forEach(model -> compiled.processes.add(new CompiledProcess(file, model)));
      case DECISION ->
          compiled.graphs.add(new CompiledGraph(file, decisions.compile(file.name(), file.text())));
      case FORM -> compiled.forms.add(new CompiledForm(file, FormHead.read(file)));
    }
  }

  private static void checkUnique(Compiled compiled, List<String> mistakes) {
    Set<String> ids = new HashSet<>();
    compiled.processes.stream()
        .map(process -> process.model.bpmnProcessId())
        .filter(id -> !ids.add(id))
        .forEach(id -> mistakes.add("Process id '" + id + "' stands in more than one place."));
  }

  private void add(CompiledProcess process, Deployed deployed) {
    ProcessModel model = process.model;
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
            process.file.name(),
            process.file.checksum(),
            process.file.text(),
            deployed.deploymentKey(),
            components.turn.now());
    resources.processes.put(definition);
    deployed.processes().add(definition);
    startEvents.open(definition, model);
  }

  private void add(CompiledGraph compiled, Deployed deployed) {
    DecisionGraph graph = compiled.graph;
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
            compiled.file.name(),
            compiled.file.checksum(),
            compiled.file.text(),
            deployed.deploymentKey(),
            components.turn.now());
    resources.requirements.put(requirements);
    deployed.requirements().add(requirements);
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

  private void add(CompiledForm compiled, Deployed deployed) {
    String formId = compiled.head.id();
    int version = components.definitions.latestForm(formId).map(Form::version).orElse(0) + 1;
    Form form =
        new Form(
            components.turn.nextKey(),
            formId,
            version,
            compiled.head.versionTag(),
            compiled.file.name(),
            compiled.file.checksum(),
            compiled.file.text(),
            deployed.deploymentKey(),
            components.turn.now());
    resources.forms.put(form);
    deployed.forms().add(form);
  }
}
