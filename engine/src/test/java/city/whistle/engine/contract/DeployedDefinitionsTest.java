package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.statistics.response.ProcessElementStatistics;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;

/** What can be had of a definition that was deployed. */
class DeployedDefinitionsTest extends DeployedFiles {

  private static ProcessDefinition definition(Caller caller, long key) {
    return caller.client().newProcessDefinitionGetRequest(key).send().join();
  }

  private static long deployed(Caller caller, String task) {
    return caller.deploy(model(caller, task)).getProcesses().get(0).getProcessDefinitionKey();
  }

  @OnEveryTarget
  void aProcessIsFoundWithItsNameVersionAndTag(Caller caller) {
    deployed(caller, "First");
    long second = deployed(caller, "Second");
    ProcessDefinition found = definition(caller, second);
    assertThat(found.getProcessDefinitionId()).isEqualTo(caller.id());
    assertThat(found.getName()).isEqualTo("Asked");
    assertThat(found.getVersion()).isEqualTo(2);
    assertThat(found.getVersionTag()).isEqualTo("v-Second");
    assertThat(found.getResourceName()).endsWith(".bpmn");
    assertThat(found.getHasStartForm()).isFalse();
    assertThat(versions(caller, false)).containsExactly(2, 1);
    assertThat(versions(caller, true)).containsExactly(2);
    Refusal.NOT_FOUND.of(() -> definition(caller, 1), "1");
  }

  private static List<Integer> versions(Caller caller, boolean latest) {
    return caller
        .client()
        .newProcessDefinitionSearchRequest()
        .filter(
            f -> {
              f.processDefinitionId(caller.id());
              if (latest) {
                f.isLatestVersion(true);
              }
            })
        .sort(s -> s.version().desc())
        .send()
        .join()
        .items()
        .stream()
        .map(ProcessDefinition::getVersion)
        .toList();
  }

  @OnEveryTarget
  void aProcessIsGivenBackAsItWasDeployed(Caller caller) {
    long key = deployed(caller, "Work");
    assertThat(caller.client().newProcessDefinitionGetXmlRequest(key).send().join())
        .contains("id=\"" + caller.id() + "\"", "Work");
  }

  private static String startedBy(Caller caller, String formDefinition) {
    return Bpmn.convertToString(model(caller, "Work"))
        .replaceFirst(
            "<startEvent ([^>]*)>",
            "<startEvent $1><extensionElements><zeebe:formDefinition"
                + " xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" "
                + formDefinition
                + "/></extensionElements>");
  }

  private static long startedByForm(Caller caller, String formDefinition) {
    return caller
        .client()
        .newDeployResourceCommand()
        .addResourceStringUtf8(startedBy(caller, formDefinition), "asked.bpmn")
        .addResourceStringUtf8(FORM.formatted(caller.id("form")), "ask.form")
        .send()
        .join()
        .getProcesses()
        .get(0)
        .getProcessDefinitionKey();
  }

  private static Object startSchema(Caller caller, long key) {
    return caller.client().newProcessDefinitionGetFormRequest(key).send().join().getSchema();
  }

  private static long startForm(Caller caller, long key) {
    return caller.client().newProcessDefinitionGetFormRequest(key).send().join().getFormKey();
  }

  @OnEveryTarget
  void aFormAtAStartEventIsFound(Caller caller) {
    String formId = caller.id("form");
    long latest = startedByForm(caller, "formId='%s'".formatted(formId));
    long bound = startedByForm(caller, "formId='%s' bindingType='deployment'".formatted(formId));
    assertThat(definition(caller, latest).getHasStartForm()).isTrue();
    var first = caller.client().newProcessDefinitionGetFormRequest(bound).send().join();
    assertThat(first.getSchema()).isEqualTo(FORM.formatted(formId));
    assertThat(first.getFormId()).isEqualTo(formId);
    String changed = FORM.formatted(formId).replaceFirst("\\{", "{ ");
    long second = caller.deploy("ask.form", changed).getForm().get(0).getFormKey();
    assertThat(startForm(caller, latest)).isEqualTo(second);
    assertThat(startForm(caller, bound)).isEqualTo(first.getFormKey());
  }

  @OnEveryTarget
  void aStartEventWithoutADeployedFormHasNone(Caller caller) {
    long absent =
        caller
            .deploy("asked.bpmn", startedBy(caller, "formId='nowhere'"))
            .getProcesses()
            .get(0)
            .getProcessDefinitionKey();
    assertThat(definition(caller, absent).getHasStartForm()).isTrue();
    assertThat(startSchema(caller, absent)).isNull();
    long none = deployed(caller, "Work");
    assertThat(definition(caller, none).getHasStartForm()).isFalse();
    assertThat(startSchema(caller, none)).isNull();
    Refusal.NOT_FOUND.of(() -> startSchema(caller, 1), "1");
  }

  @OnEveryTarget
  void elementsAreCountedOverAllInstancesOfADefinition(Caller caller) {
    long key = deployed(caller, "Work");
    caller.start();
    caller.start();
    caller.start();
    caller.start().cancel();
    List<ActivatedJob> jobs = caller.jobs("work");
    caller.complete(jobs.get(0), Map.of());
    caller.fail(jobs.get(1), 0);
    ProcessElementStatistics work =
        statistics(caller.client().newProcessDefinitionElementStatisticsRequest(key).send().join());
    assertThat(work.getCompleted()).isEqualTo(1);
    assertThat(work.getActive()).isEqualTo(1);
    assertThat(work.getIncidents()).isEqualTo(1);
    assertThat(work.getCanceled()).isEqualTo(1);

    long stopped = jobs.get(1).getProcessInstanceKey();
    ProcessElementStatistics one =
        statistics(
            caller.client().newProcessInstanceElementStatisticsRequest(stopped).send().join());
    assertThat(one.getIncidents()).isEqualTo(1);
    assertThat(one.getCompleted()).isZero();
  }

  private static ProcessElementStatistics statistics(List<ProcessElementStatistics> all) {
    return all.stream()
        .filter(each -> each.getElementId().equals("Work"))
        .findFirst()
        .orElseThrow();
  }
}
