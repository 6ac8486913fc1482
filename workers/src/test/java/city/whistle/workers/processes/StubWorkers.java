package city.whistle.workers.processes;

import city.whistle.engine.test.EngineUnderTest;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Stands in for the workers of all job types: answers as they do, or as a test says, and sends what
 * they send.
 */
final class StubWorkers {

  private static final int HANDS = 4;

  private final CamundaProcessTestContext context;
  private final CamundaClient client;
  private final Map<String, UnaryOperator<Map<String, Object>>> answers;
  private final Map<String, String> errors = new HashMap<>();
  private final AtomicInteger raised = new AtomicInteger();
  private final Queue<ActivatedJob> done = new ConcurrentLinkedQueue<>();
  private final Map<String, JobWorker> open = new HashMap<>();

  /** One for all: a mock of Camunda Process Test's has connections and threads of its own. */
  private CamundaClient atWork;

  StubWorkers(CamundaProcessTestContext context, CamundaClient client) {
    this.context = context;
    this.client = client;
    this.answers = StubAnswers.at(context::getCurrentTime);
  }

  StubWorkers answer(String type, String variables) {
    return answer(type, job -> Json.members(variables));
  }

  StubWorkers answer(String type, UnaryOperator<Map<String, Object>> answer) {
    answers.put(type, answer);
    return this;
  }

  /** The first job of the type ends with a BPMN error, further ones as usual. */
  StubWorkers failOnce(String type, String errorCode) {
    errors.put(type, errorCode);
    return this;
  }

  /** Units are not told of their release. */
  void keepReleases() {
    answers.put("whistle.release", job -> Map.of("kept", true));
  }

  /** Opens a worker for each job type that has none yet. */
  void open() {
    if (atWork == null) {
      EngineUnderTest.get().letPollsWait();
      atWork = context.createClient(builder -> builder.numJobWorkerExecutionThreads(HANDS));
    }
    answers.keySet().forEach(type -> open.computeIfAbsent(type, this::worker));
  }

  private JobWorker worker(String type) {
    return atWork.newWorker().jobType(type).handler(this::handle).open();
  }

  /** Closes all workers, so that their client need not wait when it is closed. */
  void close() {
    open.values().forEach(JobWorker::close);
    EngineUnderTest.get().endPolls();
  }

  /** Variables of the jobs of a type that were completed so far. */
  List<Map<String, Object>> jobs(String type) {
    return done.stream()
        .filter(job -> job.getType().equals(type))
        .map(ActivatedJob::getVariablesAsMap)
        .toList();
  }

  /** The values of a header of the jobs of a type that were completed so far. */
  List<String> headers(String type, String name) {
    return done.stream()
        .filter(job -> job.getType().equals(type))
        .map(job -> job.getCustomHeaders().get(name))
        .toList();
  }

  private void handle(JobClient jobs, ActivatedJob job) {
    String error = errors.remove(job.getType());
    if (error != null) {
      jobs.newThrowErrorCommand(job).errorCode(error).variables(refusal(error)).send().join();
      return;
    }
    Map<String, Object> variables = answers.get(job.getType()).apply(job.getVariablesAsMap());
    done.add(job);
    jobs.newCompleteCommand(job).variables(variables).send().join();
    send(job, variables);
  }

  /** What the real workers hand over with a refusal. */
  static Map<String, Object> refusal(String code) {
    return Map.of("refusal", Map.of("code", code, "message", "请改正"));
  }

  private void send(ActivatedJob job, Map<String, Object> variables) {
    Map<String, Object> seen = job.getVariablesAsMap();
    String caseId = (String) seen.get("caseId");
    switch (job.getType()) {
      case "case.extend" -> publish("case.limitsChanged", caseId, variables);
      case "case.suspend" -> publish("case.limitsChanged", caseId, Map.of("suspended", true));
      case "case.resume" ->
          publish(
              "case.limitsChanged",
              caseId,
              Map.of("limits", variables.get("limits"), "suspended", false));
      case "case.archive" -> endWhatStandsBeside();
      case "supervision.raise" -> supervise(job, seen);
      case "whistle.ask" ->
          publish("case.whistleAsked", caseId, Map.of("whistleAsked", seen.get("whistleRequest")));
      case "whistle.release" -> release(seen, variables.containsKey("kept"));
      default -> {}
    }
  }

  private void release(Map<String, Object> seen, boolean kept) {
    if (kept) {
      return;
    }
    ((List<?>) seen.get("summonses"))
        .forEach(
            summons ->
                publish("whistle.released", (String) ((Map<?, ?>) summons).get("id"), Map.of()));
    publish("whistle.workReleased", "whistle-1", Map.of());
  }

  /** Beside the case; elsewhere in an instance of its own. */
  private void supervise(ActivatedJob job, Map<String, Object> seen) {
    String cause = job.getCustomHeaders().get("cause");
    raised.incrementAndGet();
    Map<String, Object> supervise = new HashMap<>();
    supervise.put("id", "supervision-" + raised.get());
    supervise.put("cause", cause);
    supervise.put("owner", seen.get("owner"));
    supervise.put("round", seen.get("round"));
    supervise.put("count", Collections.frequency(headers("supervision.raise", "cause"), cause));
    if (job.getBpmnProcessId().equals("complaint-case")) {
      publish(
          "case.supervisionRaised", (String) seen.get("caseId"), Map.of("supervise", supervise));
    } else {
      client
          .newCreateInstanceCommand()
          .bpmnProcessId("supervision")
          .latestVersion()
          .variables(supervise)
          .send()
          .join();
    }
  }

  private void endWhatStandsBeside() {
    for (int i = 1; i <= raised.get(); i++) {
      publish("supervision.matterEnded", "supervision-" + i, Map.of());
    }
    publish("whistle.caseEnded", "whistle-1", Map.of());
  }

  void publish(String message, String correlationKey, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(correlationKey)
        .variables(variables)
        .send()
        .join();
  }
}
