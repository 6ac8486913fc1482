package city.whistle.engine.grpc;

import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.loop.FakeEngine;
import io.camunda.client.CamundaClient;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on an engine that answers as a test wants. */
abstract class GrpcServerScene {

  final FakeEngine engine = new FakeEngine();
  final JobDispatcher jobs = new JobDispatcher(engine);
  final GrpcServer server = new GrpcServer(engine, jobs, Door.on("localhost", 0));
  CamundaClient client;

  @BeforeEach
  void start() {
    server.start();
    client = newClient();
  }

  @AfterEach
  void stop() {
    client.close();
    jobs.close();
    server.close();
    engine.close();
  }

  CamundaClient newClient() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://localhost:" + server.port()))
        .preferRestOverGrpc(false)
        .build();
  }
}
