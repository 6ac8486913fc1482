package city.whistle.benchmarks;

import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.job.JobSink;
import city.whistle.engine.job.JobStream;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.state.Row;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;

/** The engine's own commands, without any wire; jobs come by the engine's own job streams. */
final class InProcess implements Port {

  private static final Duration JOB_TIMEOUT = Duration.ofMinutes(5);

  private final Engine engine;
  private final JobDispatcher jobs;

  InProcess(Engine engine) {
    this.engine = engine;
    this.jobs = new JobDispatcher(engine);
  }

  @Override
  public void deploy() {
    byte[] xml = Bpmn.convertToString(Errand.model()).getBytes(StandardCharsets.UTF_8);
    engine
        .submit(new DeployResources(List.of(new DeployResources.ResourceFile(Errand.FILE, xml))))
        .join();
  }

  @Override
  public CompletionStage<?> start(Map<String, Object> variables) {
    return engine.submit(
        new CreateInstance(
            Row.NONE,
            Errand.ID,
            -1,
            JsonValue.of(variables),
            List.of(),
            List.of(),
            false,
            List.of()));
  }

  @Override
  public void work(Worker worker, int atOnce) {
    Sink sink = new Sink(worker, atOnce);
    sink.stream = jobs.streams().open(Errand.JOB_TYPE, "benchmark", JOB_TIMEOUT, List.of(), sink);
    sink.stream.ready();
  }

  @Override
  public void close() {
    jobs.close();
  }

  /** Completes as many jobs at once as it may; the others of a delivery wait for their turn. */
  private final class Sink implements JobSink {

    private final Worker worker;
    private final int atOnce;
    private final Queue<ActivatedJob> waiting = new ArrayDeque<>();
    private int completing;
    private volatile JobStream stream;

    Sink(Worker worker, int atOnce) {
      this.worker = worker;
      this.atOnce = atOnce;
    }

    @Override
    public synchronized boolean isReady() {
      return waiting.isEmpty();
    }

    @Override
    public boolean send(JobsActivated activated) {
      activated.jobs().forEach(this::take);
      return true;
    }

    private synchronized void take(ActivatedJob job) {
      if (completing < atOnce) {
        completing++;
        complete(job);
      } else {
        waiting.add(job);
      }
    }

    private void complete(ActivatedJob activated) {
      Map<String, Object> variables = activated.variables().members();
      Job job = new Job(activated.job().elementId(), (Long) variables.get(Errand.STARTED_AT));
      JsonValue result = JsonValue.of(worker.result(job));
      engine
          .submit(new CompleteJob(activated.job().key(), result, null))
          .whenComplete((done, refusal) -> answered(job, refusal));
    }

    private void answered(Job job, Throwable refusal) {
      if (refusal != null) {
        worker.failed(refusal);
        return;
      }
      takeNext();
      worker.completed(job);
    }

    private synchronized void takeNext() {
      completing--;
      if (waiting.isEmpty()) {
        return;
      }
      completing++;
      complete(waiting.remove());
      if (waiting.isEmpty()) {
        stream.ready();
      }
    }

    @Override
    public void end() {
      // The benchmark ends it.
    }
  }
}
