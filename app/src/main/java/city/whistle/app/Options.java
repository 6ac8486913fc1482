package city.whistle.app;

import java.nio.file.Path;

/**
 * What the command line asked for.
 *
 * @param data where everything that must survive lies
 * @param host address to listen on
 */
record Options(
    Mode mode,
    Path data,
    String host,
    int apiPort,
    int restPort,
    int grpcPort,
    int managementPort) {

  /** What to run. */
  enum Mode {
    /** Everything, until it is told to stop. */
    UP,
    /** Everything, for one case that is played to its end. */
    DEMO,
    /** The engine alone. */
    ENGINE,
    /** Nothing: explain how to use it. */
    HELP
  }

  static final Options DEFAULTS =
      new Options(Mode.HELP, Path.of("data"), "127.0.0.1", 8090, 8080, 26500, 9600);

  Options withMode(Mode value) {
    return new Options(value, data, host, apiPort, restPort, grpcPort, managementPort);
  }

  Options withData(Path value) {
    return new Options(mode, value, host, apiPort, restPort, grpcPort, managementPort);
  }

  Options withHost(String value) {
    return new Options(mode, data, value, apiPort, restPort, grpcPort, managementPort);
  }

  Options withApiPort(int value) {
    return new Options(mode, data, host, value, restPort, grpcPort, managementPort);
  }

  Options withRestPort(int value) {
    return new Options(mode, data, host, apiPort, value, grpcPort, managementPort);
  }

  Options withGrpcPort(int value) {
    return new Options(mode, data, host, apiPort, restPort, value, managementPort);
  }

  Options withManagementPort(int value) {
    return new Options(mode, data, host, apiPort, restPort, grpcPort, value);
  }
}
