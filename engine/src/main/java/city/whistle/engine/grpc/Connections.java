package city.whistle.engine.grpc;

import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.netty.channel.Channel;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bounds the open connections, since each takes a file of the whole program. For a further one that
 * is closed which has been without a call for longest; where all have calls, that which has begun
 * none for longest.
 */
final class Connections {

  private final int most;
  private final Map<SocketAddress, Open> all = new HashMap<>();
  private final Set<Open> idle = new LinkedHashSet<>();
  private final Set<Open> busy = new LinkedHashSet<>();

  /**
   * @param most at once
   */
  Connections(int most) {
    this.most = most;
  }

  /** Counts a connection from now on, until it closes. */
  void opened(Channel channel) {
    SocketAddress client = channel.remoteAddress();
    if (client == null) {
      channel.close(); // its client has hung up
      return;
    }
    Open open = new Open(client, channel);
    makeRoom().ifPresent(Open::close);
    add(open);
    channel.closeFuture().addListener(closed -> remove(open));
  }

  private synchronized Optional<Open> makeRoom() {
    if (all.size() < most) {
      return Optional.empty();
    }
    Optional<Open> longest = Stream.concat(idle.stream(), busy.stream()).findFirst();
    longest.ifPresent(this::remove);
    return longest;
  }

  private synchronized void add(Open open) {
    all.put(open.client, open);
    idle.add(open);
  }

  private synchronized void remove(Open open) {
    all.remove(open.client, open);
    idle.remove(open);
    busy.remove(open);
  }

  /** A call begins; what is returned is run once, when it has ended. */
  synchronized Runnable begins(ServerCall<?, ?> call) {
    Open open = all.get(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    if (open == null) {
      return () -> {}; // it is being closed
    }
    open.calls++;
    idle.remove(open);
    busy.remove(open);
    busy.add(open);
    return () -> ended(open);
  }

  private synchronized void ended(Open open) {
    open.calls--;
    if (open.calls == 0 && busy.remove(open)) {
      idle.add(open);
    }
  }

  private static final class Open {

    private final SocketAddress client;
    private final Channel channel;
    private int calls;

    Open(SocketAddress client, Channel channel) {
      this.client = client;
      this.channel = channel;
    }

    /** At once: the pipeline's own way takes leave of the client, and waits for it. */
    void close() {
      channel.eventLoop().execute(() -> channel.unsafe().close(channel.voidPromise()));
    }
  }
}
