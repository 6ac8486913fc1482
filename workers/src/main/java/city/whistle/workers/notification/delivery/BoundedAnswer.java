package city.whistle.workers.notification.delivery;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads an answer's body and forgets it; one that is too long is not read to its end. */
final class BoundedAnswer implements BodySubscriber<Void> {

  static final int MAX_BYTES = 64 * 1024;

  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Subscription subscription;
  private long read;

  @Override
  public CompletionStage<Void> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    read += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
    if (read > MAX_BYTES) {
      subscription.cancel();
      done.complete(null);
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable error) {
    done.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }
}
