package city.whistle.engine.state;

import java.util.List;

/** What has been deployed. */
public final class Resources {

  public final Table<Deployment> deployments;
  public final Table<ProcessDefinition> processes;
  public final Index<ProcessDefinition, String> processesById;
  public final Index<ProcessDefinition, FileId> processesByFile;
  public final Table<DecisionRequirements> requirements;
  public final Index<DecisionRequirements, String> requirementsById;
  public final Index<DecisionRequirements, FileId> requirementsByFile;
  public final Table<DecisionDefinition> decisions;
  public final Index<DecisionDefinition, String> decisionsById;
  public final Index<DecisionDefinition, Long> decisionsByRequirements;
  public final Table<Form> forms;
  public final Index<Form, String> formsById;
  public final Index<Form, FileId> formsByFile;

  Resources(Journal journal) {
    deployments = new Table<>("deployment", Deployment.class, journal);
    processes = new Table<>("process_definition", ProcessDefinition.class, journal);
    processesById = processes.indexBy(ProcessDefinition::bpmnProcessId);
    processesByFile = processes.indexBy(p -> new FileId(p.resourceName(), p.checksum()));
    requirements = new Table<>("decision_requirements", DecisionRequirements.class, journal);
    requirementsById = requirements.indexBy(DecisionRequirements::requirementsId);
    requirementsByFile = requirements.indexBy(r -> new FileId(r.resourceName(), r.checksum()));
    decisions = new Table<>("decision_definition", DecisionDefinition.class, journal);
    decisionsById = decisions.indexBy(DecisionDefinition::decisionId);
    decisionsByRequirements = decisions.indexBy(DecisionDefinition::requirementsKey);
    forms = new Table<>("form", Form.class, journal);
    formsById = forms.indexBy(Form::formId);
    formsByFile = forms.indexBy(f -> new FileId(f.resourceName(), f.checksum()));
  }

  List<Table<?>> tables() {
    return List.of(deployments, processes, requirements, decisions, forms);
  }

  /** A file by its name and content. */
  public record FileId(String name, String checksum) {}
}
