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
    List<ProcessDefinition> processes = new ArrayList<>();
    List<DecisionRequirements> requirements = new ArrayList<>();
    List<DecisionDefinition> decisions = new ArrayList<>();
    List<Form> forms = new ArrayList<>();
    for (DeployedFile file : files) {
      Resources.FileId id = new Resources.FileId(file.name(), file.checksum());
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
    requirements.forEach(
        graph -> decisions.addAll(resources.decisionsByRequirements.list(graph.key())));
    return commonDeployment(processes, requirements, forms)
        .map(key -> new Deployed(key, processes, requirements, decisions, forms));
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
    return resources.processesByFile.stream(file)
        .filter(
            process ->
                definitions
                    .latestProcess(process.bpmnProcessId())
                    .filter(process::equals)
                    .isPresent())
        .toList();
  }

  private List<DecisionRequirements> latestRequirements(Resources.FileId file) {
    return resources.requirementsByFile.stream(file)
        .filter(graph -> graph.version() == latestVersion(graph.requirementsId()))
        .toList();
  }

  private int latestVersion(String requirementsId) {
    return resources.requirementsById.stream(requirementsId)
        .mapToInt(DecisionRequirements::version)
        .max()
        .orElse(0);
  }

  private List<Form> latestForms(Resources.FileId file) {
    return resources.formsByFile.stream(file)
        .filter(form -> definitions.latestForm(form.formId()).filter(form::equals).isPresent())
        .toList();
  }
}
