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
    Options.Hosts hosts = options.hosts();
    Options.Ports ports = options.ports();
    if (options.mode() != Options.Mode.ENGINE) {
      require(resolve(hosts.api(), "--host"), ports.api(), "--api-port");
    }
    if (options.embedded()) {
      InetAddress engine = resolve(hosts.engine(), "--engine-host");
      require(engine, ports.rest(), "--rest-port");
      require(engine, ports.grpc(), "--grpc-port");
      require(
          resolve(hosts.management(), "--management-host"),
          ports.management(),
          "--management-port");
    }
  }

  /**
   * The port where the application listens: the wanted one; for 0 a free one, so that it can be
   * told before the application runs.
   */
  static int api(Options options) {
    int wanted = options.ports().api();
    if (wanted != 0) {
      return wanted;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, resolve(options.hosts().api(), "--host"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetAddress resolve(String host, String option) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw Refusal.failed(
          "There is no host '%s': give %s an address of this machine.".formatted(host, option));
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
