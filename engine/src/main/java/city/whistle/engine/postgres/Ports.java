package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
final class Ports {

  static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** The wanted port if it is free, a free one for 0. */
  static int reserve(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (BindException taken) {
      throw new PostgresException(
          Reason.PORT_TAKEN,
          ("Port %d for PostgreSQL is taken by another program:"
                  + " stop that one or choose another port.")
              .formatted(wanted),
          taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
