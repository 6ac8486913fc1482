package city.whistle.engine.command;

import city.whistle.engine.execution.Definitions;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.Resources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Recognises files that are just what was deployed last under their names and ids. */
final class UnchangedFiles {

  private final Resources resources;
  private final Definitions definitions;

  UnchangedFiles(Resources resources, Definitions definitions) {
    this.resources = resources;
    this.definitions = definitions;
  }

  /** What was deployed, where nothing of these files is new. */
  Optional<Deployed> find(List<DeployedFile> files) {
    if (files.isEmpty() || repeats(files)) {
      return Optional.empty();
    }
    List<ProcessDefinition> processes = new ArrayList<>();
    List<DecisionRequirements> requirements = new ArrayList<>();
    List<DecisionDefinition> decisions = new ArrayList<>();
    List<Form> forms = new ArrayList<>();
    for (DeployedFile file : files) {
      Resources.FileId id = idOf(file);
      boolean known =
          switch (file.kind()) {
            case PROCESS -> processes.addAll(latestProcesses(id));
            case DECISION -> requirements.addAll(latestRequirements(id));
            case FORM -> forms.addAll(latestForms(id));
          };
      if (!known) {
        return Optional.empty();
      }
    }
    requirements.forEach(graph -> decisionsOf(graph).forEach(decisions::add));
    return commonDeployment(processes, requirements, forms)
        .map(key -> new Deployed(key, processes, requirements, decisions, forms));
  }

  private static boolean repeats(List<DeployedFile> files) {
    return files.stream().map(UnchangedFiles::idOf).distinct().count() < files.size();
  }

  private static Resources.FileId idOf(DeployedFile file) {
    return new Resources.FileId(file.name(), file.checksum());
  }

  /** One deployment must have had them all, or bindings to it would miss some. */
  private static Optional<Long> commonDeployment(
      List<ProcessDefinition> processes,
      List<DecisionRequirements> requirements,
      List<Form> forms) {
    Set<Long> keys = new HashSet<>();
    processes.forEach(process -> keys.add(process.deploymentKey()));
    requirements.forEach(graph -> keys.add(graph.deploymentKey()));
    forms.forEach(form -> keys.add(form.deploymentKey()));
    return keys.size() == 1 ? keys.stream().findFirst() : Optional.empty();
  }

  private List<ProcessDefinition> latestProcesses(Resources.FileId file) {
    return latest(
        resources.processesByFile.list(file),
        ProcessDefinition::deploymentKey,
        process -> definitions.latestProcess(process.bpmnProcessId()).equals(Optional.of(process)));
  }

  private List<DecisionRequirements> latestRequirements(Resources.FileId file) {
    return latest(
        resources.requirementsByFile.list(file),
        DecisionRequirements::deploymentKey,
        graph -> isLatest(graph) && decisionsOf(graph).allMatch(this::isLatest));
  }

  private boolean isLatest(DecisionRequirements graph) {
    return resources.requirementsById.stream(graph.requirementsId())
        .allMatch(other -> other.version() <= graph.version());
  }

  private Stream<DecisionDefinition> decisionsOf(DecisionRequirements graph) {
    return resources.decisionsByRequirements.stream(graph.key());
  }

  private boolean isLatest(DecisionDefinition decision) {
    return definitions.latestDecision(decision.decisionId()).equals(Optional.of(decision));
  }

  private List<Form> latestForms(Resources.FileId file) {
    return latest(
        resources.formsByFile.list(file),
        Form::deploymentKey,
        form -> definitions.latestForm(form.formId()).equals(Optional.of(form)));
  }

  /** What the file was deployed as last, where nothing of it has a later version since. */
  private static <R> List<R> latest(
      List<R> deployed, ToLongFunction<R> deployment, Predicate<R> isLatest) {
    long last = deployed.stream().mapToLong(deployment).max().orElse(0);
    List<R> together = deployed.stream().filter(it -> deployment.applyAsLong(it) == last).toList();
    return together.stream().allMatch(isLatest) ? together : List.of();
  }
}
