package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;
import java.util.Map;

/** Running instances that go on by another version, or as another process. */
class MigrationTest {

  private static BpmnModelInstance chain(Caller caller, String second) {
    return caller
        .process()
        .startEvent()
        .serviceTask("First", t -> t.zeebeJobType(caller.id("first")))
        .serviceTask(second, t -> t.zeebeJobType(caller.id("second")))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance nested(Caller caller, String scope, String inner) {
    return caller
        .process()
        .startEvent()
        .subProcess(
            scope,
            s ->
                s.embeddedSubProcess()
                    .startEvent()
                    .serviceTask(inner, t -> t.zeebeJobType(caller.id("inner")))
                    .endEvent())
        .serviceTask("After", t -> t.zeebeJobType(caller.id("after")))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance called(Caller caller, String work) {
    return caller
        .process("called")
        .startEvent()
        .serviceTask(work, t -> t.zeebeJobType(caller.id("work")))
        .endEvent()
        .done();
  }

  private static BpmnModelInstance calling(Caller caller, String after) {
    return caller
        .process()
        .startEvent()
        .callActivity("Call", c -> c.zeebeProcessId(caller.id("called")))
        .serviceTask(after, t -> t.zeebeJobType(caller.id("after")))
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void theRestOfTheWayIsThatOfTheOtherVersion(Caller caller) {
    caller.deploy(caller.oneJob());
    Instance instance = caller.start();
    ActivatedJob underWay = caller.job("work");
    Migration.to(caller, chain(caller, "Second")).of(instance, "Work>First");
    caller.complete(underWay, Map.of());
    assertThat(instance.active()).containsExactly("Second");
    caller.complete("second");
    instance.isCompleted();
    assertThat(instance.completed()).doesNotContain("Work").contains("First", "Second");
  }

  @OnEveryTarget
  void everythingThatIsOpenIsShownAsOfTheOtherVersion(Caller caller) {
    caller.deploy(chain(caller, "Second"));
    Instance instance = caller.start(Map.of("known", 1));
    Migration migration = Migration.to(caller, chain(caller, "Another"));
    migration.keeping(instance, "First");
    var shown = caller.client().newProcessInstanceGetRequest(instance.key()).send().join();
    assertThat(shown.getProcessDefinitionKey()).isEqualTo(migration.target());
    assertThat(shown.getProcessDefinitionVersion()).isEqualTo(2);
    assertThat(instance.elements())
        .filteredOn(element -> element.getEndDate() == null)
        .allMatch(element -> element.getProcessDefinitionKey() == migration.target());
    ActivatedJob job = caller.job("first");
    assertThat(job.getProcessDefinitionKey()).isEqualTo(migration.target());
    assertThat(job.getProcessDefinitionVersion()).isEqualTo(2);
    assertThat(instance.variables()).containsEntry("known", "1");
  }

  @OnEveryTarget
  void anInstanceGoesBackToAnEarlierVersion(Caller caller) {
    Migration back = Migration.to(caller, chain(caller, "Second"));
    caller.deploy(chain(caller, "Another"));
    Instance instance = caller.start();
    caller.complete("first");
    back.of(instance, "Another>Second");
    assertThat(instance.active()).containsExactly("Second");
    caller.complete("second");
    instance.isCompleted();
  }

  @OnEveryTarget
  void anInstanceGoesOnAsOneOfAnotherProcess(Caller caller) {
    caller.deploy(chain(caller, "Second"));
    Instance instance = caller.start(Map.of("known", 1));
    Migration.to(caller, called(caller, "Work")).of(instance, "First>Work");
    assertThat(caller.instances(caller.id())).isEmpty();
    assertThat(caller.instances(caller.id("called"))).containsExactly(instance);
    assertThat(caller.complete("first").getBpmnProcessId()).isEqualTo(caller.id("called"));
    instance.isCompleted();
    assertThat(instance.variables()).containsEntry("known", "1");
  }

  @OnEveryTarget
  void aUserTaskKeepsItsAssigneeItsKeyAndItsForm(Caller caller) {
    String form = "{\"id\":\"%s\",\"type\":\"default\",\"components\":[],\"schemaVersion\":%d}";
    caller.deploy("ask.form", form.formatted(caller.id("form"), 1));
    caller.deploy(caller.oneTask(t -> t.name("Before").zeebeFormId(caller.id("form"))));
    Instance instance = caller.start();
    long key = caller.userTask(instance).getUserTaskKey();
    caller.client().newAssignUserTaskCommand(key).assignee("ann").send().join();
    caller.deploy("ask.form", form.formatted(caller.id("form"), 2));
    Migration.to(caller, caller.oneTask(t -> t.name("After").zeebeFormId(caller.id("form"))))
        .keeping(instance, "Ask");
    UserTask task = caller.userTask(instance);
    assertThat(task.getUserTaskKey()).isEqualTo(key);
    assertThat(task.getName()).isEqualTo("After");
    assertThat(task.getAssignee()).isEqualTo("ann");
    assertThat(task.getProcessDefinitionVersion()).isEqualTo(2);
    var shown = caller.client().newUserTaskGetFormRequest(key).send().join();
    assertThat(shown.getVersion()).isEqualTo(1);
    caller.client().newCompleteUserTaskCommand(key).send().join();
    instance.isCompleted();
  }

  @OnEveryTarget
  void aConditionIsMendedByTheOtherVersion(Caller caller) {
    caller.deploy(choice(caller, "= wrong"));
    Instance instance = caller.start(Map.of("right", true));
    assertThat(instance.incidents()).hasSize(1);
    Migration.to(caller, choice(caller, "= right")).keeping(instance, "Choose");
    assertThat(instance.incidents()).hasSize(1);
    instance.repair(Map.of());
    instance.isCompleted();
  }

  private static BpmnModelInstance choice(Caller caller, String condition) {
    return caller
        .process()
        .startEvent()
        .exclusiveGateway("Choose")
        .conditionExpression(condition.substring(1))
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void theIncidentOfAJobGoesAlong(Caller caller) {
    caller.deploy(chain(caller, "Second"));
    Instance instance = caller.start();
    ActivatedJob job = caller.job("first");
    caller.fail(job, 0);
    Migration migration = Migration.to(caller, chain(caller, "Another"));
    migration.keeping(instance, "First");
    assertThat(instance.incidents())
        .allMatch(incident -> incident.getProcessDefinitionKey() == migration.target())
        .hasSize(1);
    caller.client().newUpdateRetriesCommand(job).retries(1).send().join();
    instance.repair(Map.of());
    caller.complete("first");
    assertThat(instance.active()).containsExactly("Another");
  }

  @OnEveryTarget
  void whatIsInsideASubProcessStaysInIt(Caller caller) {
    caller.deploy(nested(caller, "Inside", "Work"));
    Instance instance = caller.start();
    Migration.to(caller, nested(caller, "Within", "Labour"))
        .of(instance, "Inside>Within", "Work>Labour");
    assertThat(instance.active()).containsExactly("Within", "Labour");
    caller.complete("inner");
    assertThat(instance.active()).containsExactly("After");
  }

  @OnEveryTarget
  void whatIsCalledStaysAsItIsAndIsMigratedByItself(Caller caller) {
    caller.deploy(called(caller, "Work"));
    caller.deploy(calling(caller, "After"));
    Instance instance = caller.start();
    Instance called = instance.called().get(0);
    Migration.to(caller, calling(caller, "Behind")).keeping(instance, "Call");
    assertThat(called.active()).containsExactly("Work");
    Migration.to(caller, called(caller, "Labour")).of(called, "Work>Labour");
    assertThat(called.active()).containsExactly("Labour");
    caller.complete("work");
    called.isCompleted();
    assertThat(instance.active()).containsExactly("Behind");
  }

  private static BpmnModelInstance each(Caller caller, String after) {
    return caller
        .process()
        .startEvent()
        .serviceTask(
            "Each",
            t ->
                t.zeebeJobType(caller.id("each"))
                    .multiInstance(
                        m ->
                            m.zeebeInputCollectionExpression("items")
                                .zeebeInputElement("item")
                                .zeebeOutputCollection("results")
                                .zeebeOutputElementExpression("result")
                                .parallel()))
        .serviceTask(after, t -> t.zeebeJobType(caller.id("after")))
        .endEvent()
        .done();
  }

  @OnEveryTarget
  void aRepeatedTaskKeepsItsItemsAndResults(Caller caller) {
    caller.deploy(each(caller, "After"));
    Instance instance = caller.start(Map.of("items", List.of(1, 2, 3)));
    List<ActivatedJob> jobs = caller.jobs("each");
    caller.complete(jobs.get(0), Map.of("result", "a"));
    Migration.to(caller, each(caller, "Behind")).keeping(instance, "Each");
    caller.complete(jobs.get(1), Map.of("result", "b"));
    caller.complete(jobs.get(2), Map.of("result", "c"));
    assertThat(instance.active()).containsExactly("Behind");
    assertThat(instance.variables()).containsEntry("results", "[\"a\",\"b\",\"c\"]");
  }
}
