package city.whistle.engine.contract;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A walk through the engine with whatever version of Camunda's client its class loader has. It
 * knows nothing but that client and the JDK, and is told by a map: addresses under {@code rest} and
 * {@code grpc}, the way under {@code prefer}.
 */
public final class LaterClientWalk implements Consumer<Map<String, String>> {

  private static final int PATIENCE_SECONDS = 60;

  @Override
  public void accept(Map<String, String> target) {
    boolean overRest = target.get("prefer").equals("rest");
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .restAddress(URI.create(target.get("rest")))
            .grpcAddress(URI.create(target.get("grpc")))
            .preferRestOverGrpc(overRest)
            .build()) {
      new Walk(client, "later-" + target.get("prefer")).all();
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private record Walk(CamundaClient client, String id) {

    void all() {
      check(client.newTopologyRequest().send().join().getBrokers().size() == 1, "one broker");
      deploy();
      long instance =
          client
              .newCreateInstanceCommand()
              .bpmnProcessId(id)
              .latestVersion()
              .variables(Map.of("amount", 21))
              .send()
              .join()
              .getProcessInstanceKey();
      doJobs();
      doTask(instance);
      decide(instance);
      search(instance);
    }

    private void deploy() {
      BpmnModelInstance process =
          Bpmn.createExecutableProcess(id)
              .startEvent()
              .serviceTask("Poll", t -> t.zeebeJobType(id + "-poll"))
              .serviceTask("Work", t -> t.zeebeJobType(id + "-work"))
              .businessRuleTask(
                  "Rule", t -> t.zeebeCalledDecisionId(id + "-rule").zeebeResultVariable("double"))
              .userTask("Ask", t -> t.zeebeUserTask().zeebeAssignee("ann"))
              .endEvent()
              .done();
      String decision =
          """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
              id="%1$s-drg" name="Rules" namespace="http://camunda.org/schema/1.0/dmn">
            <decision id="%1$s-rule" name="Rule">
              <variable id="%1$s-v" name="out"/>
              <literalExpression id="%1$s-e"><text>amount * 2</text></literalExpression>
            </decision>
          </definitions>
          """
              .formatted(id);
      client
          .newDeployResourceCommand()
          .addProcessModel(process, id + ".bpmn")
          .addResourceBytes(decision.getBytes(StandardCharsets.UTF_8), id + ".dmn")
          .send()
          .join();
    }

    /** One job that is polled for by hand, one that a worker gets. */
    private void doJobs() {
      List<ActivatedJob> jobs =
          client
              .newActivateJobsCommand()
              .jobType(id + "-poll")
              .maxJobsToActivate(1)
              .requestTimeout(Duration.ofSeconds(10))
              .send()
              .join()
              .getJobs();
      check(jobs.size() == 1, "the job that was polled for");
      client.newCompleteCommand(jobs.get(0)).variables(Map.of("polled", true)).send().join();
      CountDownLatch done = new CountDownLatch(1);
      try (var worker =
          client
              .newWorker()
              .jobType(id + "-work")
              .handler(
                  (jobClient, job) -> {
                    jobClient.newCompleteCommand(job).send().join();
                    done.countDown();
                  })
              .open()) {
        check(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the worker gets its job");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private void doTask(long instance) {
      SearchResponse<UserTask> tasks =
          client
              .newUserTaskSearchRequest()
              .filter(f -> f.processInstanceKey(instance))
              .send()
              .join();
      check(tasks.items().size() == 1, "the user task");
      long key = tasks.items().get(0).getUserTaskKey();
      client.newAssignUserTaskCommand(key).assignee("bob").send().join();
      check(
          client.newUserTaskGetRequest(key).send().join().getAssignee().equals("bob"), "assignee");
      client.newCompleteUserTaskCommand(key).send().join();
    }

    private void decide(long instance) {
      String output =
          client
              .newEvaluateDecisionCommand()
              .decisionId(id + "-rule")
              .variables(Map.of("amount", 4))
              .send()
              .join()
              .getDecisionOutput();
      check(output.equals("8"), "the decision's output");
      check(
          client
                  .newDecisionDefinitionSearchRequest()
                  .filter(f -> f.decisionDefinitionId(id + "-rule"))
                  .send()
                  .join()
                  .items()
                  .size()
              == 1,
          "the decision");
      check(
          client
                  .newDecisionInstanceSearchRequest()
                  .filter(f -> f.processInstanceKey(instance))
                  .send()
                  .join()
                  .items()
                  .size()
              == 1,
          "what was decided");
      client.newDecisionRequirementsSearchRequest().send().join();
    }

    private void search(long instance) {
      check(
          client
              .newProcessInstanceGetRequest(instance)
              .send()
              .join()
              .getState()
              .name()
              .equals("COMPLETED"),
          "the instance is completed");
      check(
          client
                  .newVariableSearchRequest()
                  .filter(f -> f.processInstanceKey(instance).name("double"))
                  .send()
                  .join()
                  .items()
                  .size()
              == 1,
          "the rule's variable");
      client.newProcessDefinitionSearchRequest().send().join();
      client.newProcessInstanceSearchRequest().filter(f -> f.hasIncident(false)).send().join();
      client.newElementInstanceSearchRequest().send().join();
      client.newIncidentSearchRequest().send().join();
      client.newJobSearchRequest().send().join();
      client.newMessageSubscriptionSearchRequest().send().join();
      client.newCorrelatedMessageSubscriptionSearchRequest().send().join();
      client.newProcessInstanceSequenceFlowsRequest(instance).send().join();
    }
  }
}
