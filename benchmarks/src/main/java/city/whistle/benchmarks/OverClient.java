package city.whistle.benchmarks;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/** Camunda's Java client, with its own job worker of one thread. */
final class OverClient implements Port {

  /** The client's default, 100, is fewer than what is in flight. */
  private static final int HTTP_CONNECTIONS = 200;

  private final CamundaClient client;
  private final Protocol protocol;

  OverClient(Protocol protocol, URI rest, URI grpc) {
    this.protocol = protocol;
    this.client =
        CamundaClient.newClientBuilder()
            .restAddress(rest)
            .grpcAddress(grpc)
            .preferRestOverGrpc(protocol == Protocol.REST)
            .maxHttpConnections(HTTP_CONNECTIONS)
            .numJobWorkerExecutionThreads(1)
            .build();
  }

  @Override
  public void deploy() {
    client.newDeployResourceCommand().addProcessModel(Errand.model(), Errand.FILE).send().join();
  }

  @Override
  public CompletionStage<?> start(Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(Errand.ID)
        .latestVersion()
        .variables(variables)
        .send();
  }

  /** Streams exist over gRPC only. */
  @Override
  public void work(Worker worker, int atOnce) {
    Semaphore completing = new Semaphore(atOnce);
    client
        .newWorker()
        .jobType(Errand.JOB_TYPE)
        .handler((jobs, job) -> complete(jobs, job, worker, completing))
        .maxJobsActive(atOnce)
        .streamEnabled(protocol == Protocol.GRPC)
        .open();
  }

  private static void complete(
      JobClient jobs, ActivatedJob activated, Worker worker, Semaphore completing)
      throws InterruptedException {
    Job job =
        new Job(
            activated.getElementId(),
            ((Number) activated.getVariablesAsMap().get(Errand.STARTED_AT)).longValue());
    completing.acquire();
    jobs.newCompleteCommand(activated)
        .variables(worker.result(job))
        .send()
        .whenComplete(
            (done, refusal) -> {
              completing.release();
              if (refusal == null) {
                worker.completed(job);
              } else {
                worker.failed(refusal);
              }
            });
  }

  @Override
  public void close() {
    client.close();
  }
}
