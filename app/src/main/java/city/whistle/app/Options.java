package city.whistle.app;

import city.whistle.app.example.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line asked for.
 *
 * @param data where everything that must survive lies
 * @param host address to listen on
 * @param profile where the engine is
 * @param writeNulls whether the engine's REST answers have members without a value as null
 * @param example name of the example to play
 * @param files models to deploy
 */
record Options(
    Mode mode,
    Path data,
    String host,
    int apiPort,
    int restPort,
    int grpcPort,
    int managementPort,
    Profile profile,
    boolean writeNulls,
    String example,
    List<Path> files) {

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
    /** Everything, for one example that is played to its end. */
    DEMO,
    /** Nothing: show which examples there are. */
    EXAMPLES,
    /** The engine alone. */
    ENGINE,
    /** No part of it: look whether all timelines are as they were written. */
    VERIFY_TIMELINE,
    /** The database alone: have another master key seal the cases. */
    CHANGE_KEY,
    /** No part of it: hand models to the one that runs. */
    DEPLOY,
    /** Nothing: explain how to use it. */
    HELP
  }

  static final Options DEFAULTS =
      new Options(
          Mode.HELP,
          Path.of("data"),
          "127.0.0.1",
          8090,
          8080,
          26500,
          9600,
          Profile.EMBEDDED,
          false,
          Examples.ARTICLE_CASE,
          List.of());

  Options withMode(Mode value) {
    return new Options(
        value,
        data,
        host,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        example,
        files);
  }

  Options withData(Path value) {
    return new Options(
        mode,
        value,
        host,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        example,
        files);
  }

  Options withHost(String value) {
    return new Options(
        mode,
        data,
        value,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        example,
        files);
  }

  Options withApiPort(int value) {
    return new Options(
        mode,
        data,
        host,
        value,
        restPort,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        example,
        files);
  }

  Options withRestPort(int value) {
    return new Options(
        mode,
        data,
        host,
        apiPort,
        value,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        example,
        files);
  }

  Options withGrpcPort(int value) {
    return new Options(
        mode,
        data,
        host,
        apiPort,
        restPort,
        value,
        managementPort,
        profile,
        writeNulls,
        example,
        files);
  }

  Options withManagementPort(int value) {
    return new Options(
        mode, data, host, apiPort, restPort, grpcPort, value, profile, writeNulls, example, files);
  }

  Options withProfile(Profile value) {
    return new Options(
        mode,
        data,
        host,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        value,
        writeNulls,
        example,
        files);
  }

  Options writingNulls() {
    return new Options(
        mode,
        data,
        host,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        profile,
        true,
        example,
        files);
  }

  Options withExample(String value) {
    return new Options(
        mode,
        data,
        host,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        value,
        files);
  }

  Options withFile(Path value) {
    List<Path> more = Stream.concat(files.stream(), Stream.of(value)).toList();
    return new Options(
        mode,
        data,
        host,
        apiPort,
        restPort,
        grpcPort,
        managementPort,
        profile,
        writeNulls,
        example,
        more);
  }

  /** Whether an engine is started here. */
  boolean embedded() {
    return profile == Profile.EMBEDDED;
  }
}
