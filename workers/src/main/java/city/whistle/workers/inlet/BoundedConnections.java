package city.whistle.workers.inlet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** Tomcat's own protocol, which closes what one address opens beyond a bound. */
public final class BoundedConnections extends Http11NioProtocol {

  private final Endpoint endpoint;

  public BoundedConnections() {
    this(new Endpoint());
  }

  private BoundedConnections(Endpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  void setConnectionsPerAddress(int bound) {
    endpoint.perAddress = bound;
  }

  private static final class Endpoint extends NioEndpoint {

    private volatile int perAddress = Integer.MAX_VALUE;

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      return !isOneTooMany(socket) && super.setSocketOptions(socket);
    }

    private boolean isOneTooMany(SocketChannel socket) {
      InetAddress address = addressOf(socket);
      return address != null
          && connections.keySet().stream().filter(open -> address.equals(addressOf(open))).count()
              >= perAddress;
    }

    /** Null where it is closed already. */
    private static InetAddress addressOf(SocketChannel socket) {
      try {
        return socket.getRemoteAddress() instanceof InetSocketAddress remote
            ? remote.getAddress()
            : null;
      } catch (IOException e) {
        return null;
      }
    }
  }
}
