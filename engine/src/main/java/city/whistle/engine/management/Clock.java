package city.whistle.engine.management;

import city.whistle.engine.command.ClockMoved;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.json.Json;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Rejection;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** Shows and moves the engine's clock; what is due by then has happened when the answer comes. */
final class Clock {

  private final Engine engine;

  Clock(Engine engine) {
    this.engine = engine;
  }

  HttpResponse show() {
    return Answers.of(CompletableFuture.completedFuture(shown(engine.clock().instant())));
  }

  HttpResponse reset() {
    return Answers.of(move(new MoveClock.Reset()));
  }

  HttpResponse add(HttpRequest request) {
    return move(request, "offsetMilli", offset -> new MoveClock.By(Duration.ofMillis(offset)));
  }

  HttpResponse pin(HttpRequest request) {
    return move(request, "epochMilli", time -> new MoveClock.To(Instant.ofEpochMilli(time)));
  }

  private HttpResponse move(HttpRequest request, String field, LongFunction<MoveClock> command) {
    return Answers.of(
        request
            .aggregate()
            .thenCompose(content -> move(command.apply(number(content.contentUtf8(), field)))));
  }

  private CompletableFuture<Map<String, Object>> move(MoveClock command) {
    return engine.submit(command).thenApply(ClockMoved::now).thenApply(Clock::shown);
  }

  private static Map<String, Object> shown(Instant now) {
    return Map.of("epochMilli", now.toEpochMilli(), "instant", now.toString());
  }

  private static long number(String content, String field) {
    try {
      if (Json.parse(content) instanceof Map<?, ?> members
          && members.get(field) instanceof Long number) {
        return number;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(field);
    }
    throw wrong(field);
  }

  private static Rejection wrong(String field) {
    return Rejection.invalid(
        "Expected a JSON object with the whole number '%s', in milliseconds.".formatted(field));
  }
}
