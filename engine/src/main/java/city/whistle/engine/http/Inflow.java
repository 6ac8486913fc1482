package city.whistle.engine.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Receives the contents of requests, within the bound of {@link Arrivals}. */
public final class Inflow {

  private final Arrivals arrivals;
  private final Supplier<? extends RuntimeException> tooMuch;

  /**
   * @param most in bytes
   * @param tooMuch what a request that is given up fails with
   */
  public Inflow(long most, Supplier<? extends RuntimeException> tooMuch) {
    this.arrivals = new Arrivals(most);
    this.tooMuch = tooMuch;
  }

  /** Counts from now on what arrives of the request, until it ends. */
  public Receiving begin(HttpRequest request) {
    return new Receiving(request);
  }

  /** A request whose content arrives. */
  public final class Receiving implements Subscriber<HttpObject> {

    private final HttpRequest request;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);
    private final CompletableFuture<AggregatedHttpRequest> whole = new CompletableFuture<>();
    private final Arrivals.Arrival arrival;

    private Receiving(HttpRequest request) {
      this.request = request;
      this.arrival = arrivals.begin(() -> request.abort(tooMuch.get()));
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
        arrival.add(data.length());
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

    /** Its content is no more this one's matter; once is enough. */
    public void end() {
      arrival.end();
    }
  }
}
