package city.whistle.app;

import java.nio.file.Path;

/**
 * What the command line asked for.
 *
 * @param data where everything that must survive lies
 * @param host address to listen on
 * @param profile where the engine is
 */
record Options(
    Mode mode,
    Path data,
    String host,
    int apiPort,
    int restPort,
    int grpcPort,
    int managementPort,
    Profile profile) {

  /** Where the engine is. */
  enum Profile {
    /** In this program. */
    EMBEDDED,
    /** A Camunda 8 cluster. */
    CAMUNDA
  }

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
      new Options(
          Mode.HELP, Path.of("data"), "127.0.0.1", 8090, 8080, 26500, 9600, Profile.EMBEDDED);

  Options withMode(Mode value) {
    return new Options(value, data, host, apiPort, restPort, grpcPort, managementPort, profile);
  }

  Options withData(Path value) {
    return new Options(mode, value, host, apiPort, restPort, grpcPort, managementPort, profile);
  }

  Options withHost(String value) {
    return new Options(mode, data, value, apiPort, restPort, grpcPort, managementPort, profile);
  }

  Options withApiPort(int value) {
    return new Options(mode, data, host, value, restPort, grpcPort, managementPort, profile);
  }

  Options withRestPort(int value) {
    return new Options(mode, data, host, apiPort, value, grpcPort, managementPort, profile);
  }

  Options withGrpcPort(int value) {
    return new Options(mode, data, host, apiPort, restPort, value, managementPort, profile);
  }

  Options withManagementPort(int value) {
    return new Options(mode, data, host, apiPort, restPort, grpcPort, value, profile);
  }

  Options withProfile(Profile value) {
    return new Options(mode, data, host, apiPort, restPort, grpcPort, managementPort, value);
  }

  /** Whether an engine is started here. */
  boolean embedded() {
    return profile == Profile.EMBEDDED;
  }
}
