package city.whistle.engine.state;

import java.util.List;

/** What has been deployed. */
public final class Resources {

  public final Table<Deployment> deployments;
  public final Table<ProcessDefinition> processes;
  public final Index<ProcessDefinition, String> processesById;
  public final Index<ProcessDefinition, Long> processesByDeployment;
  public final Table<DecisionRequirements> requirements;
  public final Index<DecisionRequirements, String> requirementsById;
  public final Table<DecisionDefinition> decisions;
  public final Index<DecisionDefinition, String> decisionsById;
  public final Index<DecisionDefinition, Long> decisionsByRequirements;
  public final Table<Form> forms;
  public final Index<Form, String> formsById;

  Resources(Journal journal) {
    deployments = new Table<>("deployment", Deployment.class, journal);
    processes = new Table<>("process_definition", ProcessDefinition.class, journal);
    processesById = processes.indexBy(ProcessDefinition::bpmnProcessId);
    processesByDeployment = processes.indexBy(ProcessDefinition::deploymentKey);
    requirements = new Table<>("decision_requirements", DecisionRequirements.class, journal);
    requirementsById = requirements.indexBy(DecisionRequirements::requirementsId);
    decisions = new Table<>("decision_definition", DecisionDefinition.class, journal);
    decisionsById = decisions.indexBy(DecisionDefinition::decisionId);
    decisionsByRequirements = decisions.indexBy(DecisionDefinition::requirementsKey);
    forms = new Table<>("form", Form.class, journal);
    formsById = forms.indexBy(Form::formId);
  }

  List<Table<?>> tables() {
    return List.of(deployments, processes, requirements, decisions, forms);
  }
}
