package city.whistle.engine.grpc;

import city.whistle.engine.http.Arrivals;
import city.whistle.engine.http.Arrivals.Arrival;
import io.grpc.Context;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/**
 * Counts what arrives of calls whose request isn't whole, and gives up calls where it is too much.
 * The message of a call that its client doesn't end is held, too, and counts; and so does a call
 * that says nothing.
 */
final class ArrivingCalls extends ServerStreamTracer.Factory implements ServerInterceptor {

  private static final Context.Key<Arriving> ARRIVING = Context.key("whistle-arriving");

  /** What a call holds that was begun and says nothing, in bytes. */
  private static final int OF_A_CALL = 4096;

  private final Arrivals arrivals;
  private final Connections connections;

  /**
   * @param connections are told which of them have calls
   */
  ArrivingCalls(Arrivals arrivals, Connections connections) {
    this.arrivals = arrivals;
    this.connections = connections;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new Arriving();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Arriving arriving = ARRIVING.get();
    Connection connection = Connection.current();
    arriving.begins(() -> connection.afterReading(() -> refuse(call)), connections.begins(call));
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onHalfClose() {
        arriving.isWhole();
        super.onHalfClose();
      }
    };
  }

  private static void refuse(ServerCall<?, ?> call) {
    if (!call.isCancelled()) {
      call.close(
          Status.RESOURCE_EXHAUSTED.withDescription(
              "More is being received than there is room for, and this call had most of it: make it again later."),
          new Metadata());
    }
  }

  /** What has arrived of one call, as it came or as it is unpacked, whichever is more. */
  private final class Arriving extends ServerStreamTracer {

    private final Arrival arrival = arrivals.begin(this::giveUp);
    private volatile Runnable onGivenUp = () -> {};
    private volatile Runnable onEnded = () -> {};
    private long wire;
    private long unpacked;
    private long counted;

    void begins(Runnable refusal, Runnable end) {
      onGivenUp = refusal;
      onEnded = end;
      arrival.add(OF_A_CALL);
    }

    private void giveUp() {
      onGivenUp.run();
    }

    @Override
    public Context filterContext(Context context) {
      return context.withValue(ARRIVING, this);
    }

    @Override
    public void inboundWireSize(long bytes) {
      wire += bytes;
      count();
    }

    @Override
    public void inboundUncompressedSize(long bytes) {
      unpacked += bytes;
      count();
    }

    private void count() {
      long more = Math.max(wire, unpacked) - counted;
      if (more > 0) {
        counted += more;
        arrival.add(more);
      }
    }

    void isWhole() {
      arrival.end();
    }

    @Override
    public void streamClosed(Status status) {
      arrival.end();
      onEnded.run();
    }
  }
}
