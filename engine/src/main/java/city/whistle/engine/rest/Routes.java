package city.whistle.engine.rest;

import city.whistle.engine.http.Arrivals;
import city.whistle.engine.http.Inflow;
import city.whistle.engine.http.Inflow.Receiving;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Queries;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.Route;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Which operation answers at which path. */
final class Routes {

  /** Does what a request asks. */
  interface Operation {

    CompletableFuture<Answer> apply(Call call);
  }

  private final ServerBuilder server;
  private final Engine engine;
  private final Queries queries;
  private final Nulls nulls;
  private final Inflow inflow =
      new Inflow(Arrivals.most(RestServer.MAX_CONTENT), Routes::tooMuchAtOnce);
  private final Set<String> known = new HashSet<>();

  Routes(ServerBuilder server, Engine engine, Queries queries, Nulls nulls) {
    this.nulls = nulls;
    this.server = server;
    this.engine = engine;
    this.queries = queries;
  }

  private static Rejection tooMuchAtOnce() {
    return new Rejection(
        Rejection.Type.RESOURCE_EXHAUSTED,
        "More is being received than there is room for, and this request had most of it: send it again later.");
  }

  void get(String path, Operation operation) {
    add(HttpMethod.GET, path, operation);
  }

  void post(String path, Operation operation) {
    add(HttpMethod.POST, path, operation);
  }

  void put(String path, Operation operation) {
    add(HttpMethod.PUT, path, operation);
  }

  void patch(String path, Operation operation) {
    add(HttpMethod.PATCH, path, operation);
  }

  void delete(String path, Operation operation) {
    add(HttpMethod.DELETE, path, operation);
  }

  void add(HttpMethod method, String path, Operation operation) {
    known.add(method + " " + path);
    Route route = Route.builder().methods(method).path(path).build();
    server.service(route, (context, request) -> serve(context, request, operation));
  }

  /** Once the operation has taken the content, others count it. */
  private CompletableFuture<Answer> apply(
      ServiceRequestContext context,
      AggregatedHttpRequest content,
      Operation operation,
      Receiving receiving) {
    try {
      return operation.apply(new Call(context, content, engine, queries));
    } finally {
      receiving.end();
    }
  }

  boolean knows(HttpMethod method, String path) {
    return known.contains(method + " " + path);
  }

  private HttpResponse serve(
      ServiceRequestContext context, HttpRequest request, Operation operation) {
    Receiving receiving = inflow.begin(request);
    return HttpResponse.of(
        receiving
            .whole()
            .thenCompose(content -> apply(context, content, operation, receiving))
            .whenComplete((answer, failure) -> receiving.end())
            .thenApply(answer -> answer.toResponse(nulls))
            .exceptionally(failure -> Failures.response(failure, context)));
  }
}
