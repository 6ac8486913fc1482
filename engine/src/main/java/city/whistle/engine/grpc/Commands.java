package city.whistle.engine.grpc;

import city.whistle.engine.command.Command;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Rejection;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Has commands done and answers with what came out. */
final class Commands {

  private final Engine engine;

  Commands(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /**
   * Submits a command and answers once it is done.
   *
   * @param intent Camunda's name of what the command does
   * @param command made of the request; may throw a {@link Rejection}
   */
  <A, R> void submit(
      StreamObserver<R> caller,
      String intent,
      Supplier<Command<A>> command,
      Function<A, R> response) {
    submitAndAwait(caller, intent, command, response.andThen(CompletableFuture::completedFuture));
  }

  /** Submits a command and answers when something that it began has come to its end. */
  <A, R> void submitAndAwait(
      StreamObserver<R> caller,
      String intent,
      Supplier<Command<A>> command,
      Function<A, CompletableFuture<R>> response) {
    Command<A> made;
    try {
      made = command.get();
    } catch (Rejection e) {
      caller.onError(GrpcStatus.of(e));
      return;
    }
    engine
        .submit(made)
        .thenCompose(response)
        .whenComplete((answer, failure) -> answer(caller, intent, answer, failure));
  }

  private static <R> void answer(
      StreamObserver<R> caller, String intent, R response, Throwable failure) {
    if (failure != null) {
      caller.onError(GrpcStatus.of(intent, failure));
    } else {
      caller.onNext(response);
      caller.onCompleted();
    }
  }
}
