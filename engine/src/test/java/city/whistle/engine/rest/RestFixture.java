package city.whistle.engine.rest;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.job.JobPolls;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.FakeEngine;
import city.whistle.engine.query.Queries;
import com.zaxxer.hikari.HikariDataSource;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A REST server over a fake engine and an empty store, and two clients for it. As an extension of a
 * class, it ends with it, and its engine has forgotten everything before each test.
 */
final class RestFixture implements AutoCloseable, BeforeEachCallback, AfterAllCallback {

  private final HttpClient http = HttpClient.newHttpClient();
  private final HikariDataSource store = TestDatabase.migrated();
  private final Queries queries = new Queries(store, 2);
  private final JobDispatcher jobs;
  private final RestServer server;
  private final CamundaClient client;
  final FakeEngine engine = new FakeEngine();
  final ClusterStatus status = new ClusterStatus();

  RestFixture() {
    jobs = new JobDispatcher(engine);
    server =
        new RestServer(
            engine, queries, jobs.polls(), status, Door.on("127.0.0.1", 0).forTests(), false);
    server.start();
    client =
        CamundaClient.newClientBuilder().restAddress(address()).preferRestOverGrpc(true).build();
  }

  JobPolls polls() {
    return jobs.polls();
  }

  CamundaClient client() {
    return client;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  int port() {
    return server.port();
  }

  /** Sends JSON, or nothing where the content is null. */
  HttpResponse<String> send(String method, String path, String json) {
    return send(method, path, json, "application/json");
  }

  HttpResponse<String> send(String method, String path, String content, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .method(
                method,
                content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
    if (content != null) {
      request.header("Content-Type", type);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    engine.reset();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    close();
  }

  @Override
  public void close() {
    client.close();
    jobs.close();
    server.close();
    queries.close();
    store.close();
  }
}
