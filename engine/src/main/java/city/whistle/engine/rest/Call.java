package city.whistle.engine.rest;

import city.whistle.engine.command.Command;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Database;
import city.whistle.engine.query.Found;
import city.whistle.engine.query.Queries;
import city.whistle.engine.query.SearchRequest;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One request whose content is there, and the ways to have it done. */
final class Call {

  /** How long a call waits for a result where the caller says nothing. */
  static final Duration USUAL_WAIT = Duration.ofSeconds(10);

  private final ServiceRequestContext context;
  private final AggregatedHttpRequest request;
  private final Engine engine;
  private final Queries queries;

  Call(
      ServiceRequestContext context,
      AggregatedHttpRequest request,
      Engine engine,
      Queries queries) {
    this.context = context;
    this.request = request;
    this.engine = engine;
    this.queries = queries;
  }

  ServiceRequestContext context() {
    return context;
  }

  MediaType contentType() {
    return request.contentType();
  }

  HttpData content() {
    return request.content();
  }

  String pathText(String name) {
    return context.pathParam(name);
  }

  /**
   * @throws Rejection where the path has no key there
   */
  long pathKey(String name) {
    try {
      return Long.parseLong(context.pathParam(name));
    } catch (NumberFormatException e) {
      throw Rejection.invalid("The path has no valid " + name + ", which is a whole number.");
    }
  }

  String query(String name) {
    return context.queryParam(name);
  }

  /**
   * The object that was sent, an empty one where nothing was.
   *
   * @throws Rejection where it is not JSON, or has fields other than the known ones
   */
  Body body(String... known) {
    return Body.of(members(), known);
  }

  Map<String, Object> members() {
    return JsonContent.read(contentType(), content());
  }

  SearchRequest searchRequest() {
    return SearchRequest.of(members());
  }

  /** Submits a command; its answer comes on a thread that must not be blocked. */
  <A> CompletableFuture<A> ask(Command<A> command) {
    return engine.submit(command);
  }

  /** Submits a command whose answer is nobody's business. */
  CompletableFuture<Answer> submit(Command<?> command) {
    return submit(command, done -> Answer.NO_CONTENT);
  }

  /** Submits a command; the answer is made off the engine's thread. */
  <A> CompletableFuture<Answer> submit(Command<A> command, Function<A, Answer> answer) {
    return ask(command).thenApplyAsync(answer, context.eventLoop());
  }

  /** Submits a command and waits, so long at most, for what it will bring about. */
  <A> CompletableFuture<Answer> await(
      Command<A> command,
      Function<A, CompletableFuture<Answer>> result,
      Duration wait,
      String tooLate) {
    context.clearRequestTimeout();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    TimeoutException late =
        new TimeoutException(tooLate + " within " + wait.toMillis() + " ms; it goes on.");
    ScheduledFuture<?> timer =
        context
            .eventLoop()
            .schedule(
                () -> answer.completeExceptionally(late), wait.toMillis(), TimeUnit.MILLISECONDS);
    answer.whenComplete((done, failure) -> timer.cancel(false));
    context.log().whenComplete().thenRun(() -> answer.cancel(false));
    ask(command)
        .thenCompose(result)
        .whenCompleteAsync(
            (done, failure) -> {
              if (failure == null) {
                answer.complete(done);
              } else {
                answer.completeExceptionally(failure);
              }
            },
            context.eventLoop());
    return answer;
  }

  CompletableFuture<Answer> query(Function<Database, Answer> query) {
    return queries.run(query);
  }

  /** A query whose answer is shown as JSON. */
  CompletableFuture<Answer> show(Function<Database, Object> query) {
    return queries.run(database -> Answer.json(query.apply(database)));
  }

  CompletableFuture<Answer> search(BiFunction<Database, SearchRequest, Found> search) {
    SearchRequest wanted = searchRequest();
    return queries.run(wanted, database -> Answer.json(search.apply(database, wanted).toWire()));
  }
}
