package city.whistle.engine.rest;

import city.whistle.engine.loop.Engine;
import city.whistle.engine.query.Queries;
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
  private final Set<String> known = new HashSet<>();

  Routes(ServerBuilder server, Engine engine, Queries queries, Nulls nulls) {
    this.nulls = nulls;
    this.server = server;
    this.engine = engine;
    this.queries = queries;
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

  boolean knows(HttpMethod method, String path) {
    return known.contains(method + " " + path);
  }

  private HttpResponse serve(
      ServiceRequestContext context, HttpRequest request, Operation operation) {
    return HttpResponse.of(
        request
            .aggregate()
            .thenCompose(content -> operation.apply(new Call(context, content, engine, queries)))
            .thenApply(answer -> answer.toResponse(nulls))
            .exceptionally(failure -> Failures.response(failure, context)));
  }
}
