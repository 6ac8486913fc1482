package city.whistle.engine.store;

import city.whistle.engine.model.Binding;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.ProcessDefinition;

/** Tables of what was deployed. */
final class ResourceTables {

  private ResourceTables() {}

  static TableMapping<Deployment> deployment() {
    return TableMapping.of(
        "deployment",
        new Columns<Deployment>()
            .key("key", Deployment::key)
            .instant("deployed_at", Deployment::deployedAt),
        f -> new Deployment(f.key(), f.instant()));
  }

  static TableMapping<ProcessDefinition> processDefinition() {
    return TableMapping.of(
        "process_definition",
        new Columns<ProcessDefinition>()
            .key("key", ProcessDefinition::key)
            .text("bpmn_process_id", ProcessDefinition::bpmnProcessId)
            .text("name", ProcessDefinition::name)
            .integer("version", ProcessDefinition::version)
            .text("version_tag", ProcessDefinition::versionTag)
            .text("resource_name", ProcessDefinition::resourceName)
            .text("checksum", ProcessDefinition::checksum)
            .text("xml", ProcessDefinition::xml)
            .key("deployment_key", ProcessDefinition::deploymentKey)
            .instant("deployed_at", ProcessDefinition::deployedAt)
            .text("start_form_id", ProcessDefinition::startFormId)
            .constant("start_form_binding", ProcessDefinition::startFormBinding)
            .text("start_form_version_tag", ProcessDefinition::startFormVersionTag),
        f ->
            new ProcessDefinition(
                f.key(),
                f.text(),
                f.text(),
                f.integer(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.key(),
                f.instant(),
                f.text(),
                f.constant(Binding.Type.class),
                f.text()));
  }

  static TableMapping<DecisionRequirements> decisionRequirements() {
    return TableMapping.of(
        "decision_requirements",
        new Columns<DecisionRequirements>()
            .key("key", DecisionRequirements::key)
            .text("requirements_id", DecisionRequirements::requirementsId)
            .text("name", DecisionRequirements::name)
            .integer("version", DecisionRequirements::version)
            .text("resource_name", DecisionRequirements::resourceName)
            .text("checksum", DecisionRequirements::checksum)
            .text("xml", DecisionRequirements::xml)
            .key("deployment_key", DecisionRequirements::deploymentKey)
            .instant("deployed_at", DecisionRequirements::deployedAt),
        f ->
            new DecisionRequirements(
                f.key(),
                f.text(),
                f.text(),
                f.integer(),
                f.text(),
                f.text(),
                f.text(),
                f.key(),
                f.instant()));
  }

  static TableMapping<DecisionDefinition> decisionDefinition() {
    return TableMapping.of(
        "decision_definition",
        new Columns<DecisionDefinition>()
            .key("key", DecisionDefinition::key)
            .text("decision_id", DecisionDefinition::decisionId)
            .text("name", DecisionDefinition::name)
            .integer("version", DecisionDefinition::version)
            .text("version_tag", DecisionDefinition::versionTag)
            .key("requirements_key", DecisionDefinition::requirementsKey)
            .key("deployment_key", DecisionDefinition::deploymentKey),
        f ->
            new DecisionDefinition(
                f.key(), f.text(), f.text(), f.integer(), f.text(), f.key(), f.key()));
  }

  static TableMapping<Form> form() {
    return TableMapping.of(
        "form",
        new Columns<Form>()
            .key("key", Form::key)
            .text("form_id", Form::formId)
            .integer("version", Form::version)
            .text("version_tag", Form::versionTag)
            .text("resource_name", Form::resourceName)
            .text("checksum", Form::checksum)
            .text("schema", Form::schema)
            .key("deployment_key", Form::deploymentKey)
            .instant("deployed_at", Form::deployedAt),
        f ->
            new Form(
                f.key(),
                f.text(),
                f.integer(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.key(),
                f.instant()));
  }
}
