package city.whistle.engine.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Bounds the bytes of all contents that are being received at once. Where they are more, the
 * request that holds most of them is given up: many that begin large contents and don't end them
 * lose their own, and who sends little gets through.
 */
public final class Inflow {

  private final long most;
  private final Supplier<? extends RuntimeException> tooMuch;
  private final AtomicLong received = new AtomicLong();
  private final Set<Receiving> all = ConcurrentHashMap.newKeySet();

  /**
   * @param most in bytes
   * @param tooMuch what a request that is given up fails with
   */
  public Inflow(long most, Supplier<? extends RuntimeException> tooMuch) {
    this.most = most;
    this.tooMuch = tooMuch;
  }

  /** Counts from now on what arrives of the request, until it ends. */
  public Receiving begin(HttpRequest request) {
    Receiving receiving = new Receiving(request);
    all.add(receiving);
    return receiving;
  }

  private void makeRoom() {
    while (received.get() > most) {
      Optional<Receiving> largest = all.stream().max(Comparator.comparingLong(Receiving::bytes));
      if (largest.isEmpty()) {
        return;
      }
      largest.get().giveUp();
    }
  }

  /** A request whose content arrives. */
  public final class Receiving implements Subscriber<HttpObject> {

    private final HttpRequest request;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);
    private final CompletableFuture<AggregatedHttpRequest> whole = new CompletableFuture<>();
    private final AtomicLong bytes = new AtomicLong();

    private Receiving(HttpRequest request) {
      this.request = request;
    }

    /** The request with all its content. Armeria's own way of waiting for it shows no parts. */
    public CompletableFuture<AggregatedHttpRequest> whole() {
      request.subscribe(this);
      return whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(HttpObject part) {
      if (part instanceof HttpData data) {
        content.writeBytes(data.array());
        arrived(data.length());
      }
    }

    @Override
    public void onError(Throwable failure) {
      whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      whole.complete(
          AggregatedHttpRequest.of(request.headers(), HttpData.wrap(content.toByteArray())));
    }

    private void arrived(int length) {
      if (all.contains(this)) {
        bytes.addAndGet(length);
        received.addAndGet(length);
        makeRoom();
      }
    }

    private long bytes() {
      return bytes.get();
    }

    private void giveUp() {
      end();
      request.abort(tooMuch.get());
    }

    /** Its content is no more this one's matter; once is enough. */
    public void end() {
      if (all.remove(this)) {
        received.addAndGet(-bytes.getAndSet(0));
      }
    }
  }
}
