package city.whistle.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks before anything is started whether the wanted ports are free. */
final class FreePorts {

  private FreePorts() {}

  static void require(Options options) {
    InetAddress host = resolve(options.host());
    if (options.mode() != Options.Mode.ENGINE) {
      require(host, options.apiPort(), "--api-port");
    }
    if (options.embedded()) {
      require(host, options.restPort(), "--rest-port");
      require(host, options.grpcPort(), "--grpc-port");
      require(host, options.managementPort(), "--management-port");
    }
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw Refusal.failed(
          "There is no host '%s': give --host an address of this machine.".formatted(host));
    }
  }

  private static void require(InetAddress host, int port, String option) {
    try (ServerSocket socket = new ServerSocket(port, 1, host)) {
      socket.getLocalPort();
    } catch (BindException e) {
      throw Refusal.failed(
          "Port %d on %s can't be had (%s): stop what uses it, or choose another with %s."
              .formatted(port, host.getHostAddress(), reason(e), option));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(BindException e) {
    return e.getMessage().replaceFirst(" *\\(.*", "").toLowerCase(java.util.Locale.ROOT);
  }
}
