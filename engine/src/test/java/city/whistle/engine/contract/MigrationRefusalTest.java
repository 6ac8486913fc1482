package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What keeps an instance from being migrated: then nothing of it is. */
class MigrationRefusalTest {

  private static BpmnModelInstance work(Caller caller, Consumer<ServiceTaskBuilder> more) {
    return caller.oneJob(more);
  }

  private static BpmnModelInstance instead(
      Caller caller, UnaryOperator<AbstractFlowNodeBuilder<?, ?>> what) {
    return what.apply(caller.process().startEvent()).endEvent("Done").done();
  }

  private static Instance started(Caller caller) {
    caller.deploy(caller.oneJob());
    return caller.start();
  }

  private static void isUntouched(Caller caller, Instance instance) {
    var shown = caller.client().newProcessInstanceGetRequest(instance.key()).send().join();
    assertThat(shown.getProcessDefinitionVersion()).isEqualTo(1);
    assertThat(instance.active()).containsExactly("Work");
    caller.complete("work");
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.COMPLETED);
  }

  @OnEveryTarget
  void anActiveElementThatIsNotMapped(Caller caller) {
    Instance instance = started(caller);
    Migration migration = Migration.to(caller, work(caller, t -> t.zeebeJobRetries("5")));
    migration.isRefused(Refusal.FAILED_PRECONDITION, instance, "", "'Work'", "isn't mapped");
    isUntouched(caller, instance);
  }

  @OnEveryTarget
  void anElementThatIsNotThere(Caller caller) {
    Instance instance = started(caller);
    Migration migration =
        Migration.to(
            caller, instead(caller, at -> at.serviceTask("Other", t -> t.zeebeJobType("x"))));
    migration.isRefused(Refusal.INVALID_ARGUMENT, instance, "Nobody>Other", "'Nobody'");
    migration.isRefused(Refusal.INVALID_ARGUMENT, instance, "Work>Work", "'Work'");
    isUntouched(caller, instance);
  }

  @OnEveryTarget
  void anElementThatIsMappedTwice(Caller caller) {
    Instance instance = started(caller);
    Migration migration = Migration.to(caller, work(caller, t -> t.zeebeJobRetries("5")));
    migration.isRefused(Refusal.INVALID_ARGUMENT, instance, "Work>Work Work>Work", "'Work'");
    isUntouched(caller, instance);
  }

  @OnEveryTarget
  void anInstanceOrADefinitionThatIsNotThere(Caller caller) {
    Instance instance = started(caller);
    new Migration(caller, 3).isRefused(Refusal.NOT_FOUND, instance, "Work>Work", "'3'");
    isUntouched(caller, instance);
    Migration migration = Migration.to(caller, work(caller, t -> t.zeebeJobRetries("5")));
    migration.isRefused(Refusal.NOT_FOUND, instance, "Work>Work", Long.toString(instance.key()));
  }

  @OnEveryTarget
  void anElementOfAnotherTypeOrThatIsDoneInAnotherWay(Caller caller) {
    Instance instance = started(caller);
    Migration.to(caller, instead(caller, at -> at.userTask("Ask", t -> t.zeebeUserTask())))
        .isRefused(Refusal.FAILED_PRECONDITION, instance, "Work>Ask", "SERVICE_TASK", "USER_TASK");
    isUntouched(caller, instance);
    caller.deploy(caller.oneTask());
    Instance asked = caller.start();
    Migration.to(caller, instead(caller, at -> at.userTask("Ask")))
        .isRefused(Refusal.FAILED_PRECONDITION, asked, "Ask>Ask", "in another way");
    asked.cancel();
  }

  @OnEveryTarget
  void anElementThatChangesItsScope(Caller caller) {
    Instance instance = started(caller);
    Migration.to(
            caller,
            instead(
                caller,
                at ->
                    at.subProcess(
                        "Inside",
                        s ->
                            s.embeddedSubProcess()
                                .startEvent()
                                .serviceTask("Work", t -> t.zeebeJobType("x"))
                                .endEvent())))
        .isRefused(Refusal.FAILED_PRECONDITION, instance, "Work>Work", "scope");
    isUntouched(caller, instance);
  }

  @OnEveryTarget
  void anElementThatIsRepeatedOtherwise(Caller caller) {
    Instance instance = started(caller);
    Migration.to(
            caller,
            work(caller, t -> t.multiInstance(m -> m.zeebeInputCollectionExpression("items"))))
        .isRefused(Refusal.FAILED_PRECONDITION, instance, "Work>Work", "repeated");
    isUntouched(caller, instance);
    caller.deploy(repeated(caller, "results", false));
    Instance repeated = caller.start(Map.of("items", List.of(1, 2)));
    Migration.to(caller, repeated(caller, "results", true))
        .isRefused(Refusal.FAILED_PRECONDITION, repeated, "Work>Work", "repeated");
    Migration.to(caller, repeated(caller, "others", false))
        .isRefused(Refusal.FAILED_PRECONDITION, repeated, "Work>Work", "output collection");
    repeated.cancel();
  }

  private static BpmnModelInstance repeated(Caller caller, String results, boolean sequential) {
    return work(
        caller,
        t ->
            t.multiInstance(
                m -> {
                  m.zeebeInputCollectionExpression("items")
                      .zeebeOutputCollection(results)
                      .zeebeOutputElementExpression("1");
                  if (sequential) {
                    m.sequential();
                  }
                }));
  }

  @OnEveryTarget
  void aListenerUnderWayWhereOthersComeBeforeIt(Caller caller) {
    caller.deploy(listened(caller, "a", "b"));
    Instance instance = caller.start();
    caller.complete("a");
    Migration.to(caller, listened(caller, "c", "a", "b"))
        .isRefused(Refusal.FAILED_PRECONDITION, instance, "Ask>Ask", "listener");
    Migration.to(caller, listened(caller, "a", "b", "c")).keeping(instance, "Ask");
    caller.complete("b");
    caller.complete("c");
    caller
        .client()
        .newCompleteUserTaskCommand(caller.userTask(instance).getUserTaskKey())
        .send()
        .join();
    instance.isCompleted();
  }

  private static BpmnModelInstance listened(Caller caller, String... listeners) {
    return caller.oneTask(
        t -> {
          for (String type : listeners) {
            t.zeebeTaskListener(l -> l.creating().type(caller.id(type)));
          }
        });
  }

  @OnEveryTarget
  void aTaskThatIsAboutToEnd(Caller caller) {
    caller.deploy(
        caller.oneTask(t -> t.zeebeTaskListener(l -> l.canceling().type(caller.id("canceling")))));
    Instance instance = caller.start();
    instance.cancel();
    Migration.to(caller, caller.oneTask())
        .isRefused(Refusal.FAILED_PRECONDITION, instance, "Ask>Ask", "about to end");
    caller.complete("canceling");
    assertThat(instance.state()).isEqualTo(ProcessInstanceState.TERMINATED);
  }

  /**
   * Whichever comes first: what a worker did counts once, and the way behind it is one version's.
   */
  @OnEveryTarget
  void orItsJobIsCompletedAtTheSameTime(Caller caller) {
    caller.deploy(caller.oneJob());
    List<Instance> instances = List.of(caller.start(), caller.start(), caller.start());
    var jobs = caller.jobs("work");
    Migration migration =
        Migration.to(
            caller,
            instead(
                caller,
                at ->
                    at.serviceTask("Work", t -> t.zeebeJobType(caller.id("work")))
                        .serviceTask("More", t -> t.zeebeJobType(caller.id("more")))));
    for (var job : jobs) {
      CompletableFuture<?> migrated =
          migration.command(job.getProcessInstanceKey(), "Work>Work").send().toCompletableFuture();
      caller.client().newCompleteCommand(job).send().join();
      migrated.handle((done, refused) -> done).join();
    }
    var more = caller.jobs("more");
    more.forEach(job -> caller.complete(job, Map.of()));
    assertThat(instances)
        .filteredOn(one -> one.completed().contains("More"))
        .extracting(Instance::key)
        .hasSameElementsAs(more.stream().map(job -> job.getProcessInstanceKey()).toList());
    instances.forEach(Instance::isCompleted);
  }
}
