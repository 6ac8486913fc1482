package city.whistle.app;

import city.whistle.app.example.Examples;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asked for.
 *
 * @param data where everything that must survive lies
 * @param hosts addresses to listen on
 * @param ports ports to listen on
 * @param engine what the engine here is told
 * @param profile where the engine is
 * @param example name of the example to play
 * @param files models to deploy
 * @param day which day to play
 */
record Options(
    Mode mode,
    Path data,
    Hosts hosts,
    Ports ports,
    EngineOptions engine,
    Profile profile,
    String example,
    List<Path> files,
    DayOptions day) {

  /**
   * Addresses to listen on.
   *
   * @param engine of REST and gRPC, where nobody logs in
   * @param management of what can delete everything
   */
  record Hosts(String api, String engine, String management) {}

  /** Ports to listen on; 0 is any free one. */
  record Ports(int api, int rest, int grpc, int management) {}

  /**
   * What the engine here is told.
   *
   * @param names further names by which its clients know this machine
   * @param testing whether its clock may be moved and everything in it deleted
   * @param writeNulls whether its REST answers have members without a value as null
   */
  record EngineOptions(Set<String> names, boolean testing, boolean writeNulls) {}

  /**
   * Which day to play.
   *
   * @param date empty for today
   * @param share of a whole city's day, above 0 and at most 1
   */
  record DayOptions(Optional<LocalDate> date, double share, long seed) {}

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
    /** Everything, for one example that is played half way; people go on with it. */
    DEMO_STAY,
    /** Everything, for a city's day that is played to the end of its cases. */
    DAY,
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

  private static final String LOOPBACK = "127.0.0.1";

  static final Options DEFAULTS =
      new Options(
          Mode.HELP,
          Path.of("data"),
          new Hosts(LOOPBACK, LOOPBACK, LOOPBACK),
          new Ports(8090, 8080, 26500, 9600),
          new EngineOptions(Set.of(), false, false),
          Profile.EMBEDDED,
          Examples.ARTICLE_CASE,
          List.of(),
          new DayOptions(Optional.empty(), 1, 1));

  Options withMode(Mode value) {
    return new Options(value, data, hosts, ports, engine, profile, example, files, day);
  }

  Options withData(Path value) {
    return new Options(mode, value, hosts, ports, engine, profile, example, files, day);
  }

  private Options withHosts(Hosts value) {
    return new Options(mode, data, value, ports, engine, profile, example, files, day);
  }

  /** Opens the hotline's API alone; the engine stays where it is. */
  Options withHost(String value) {
    return withHosts(new Hosts(value, hosts.engine, hosts.management));
  }

  Options withEngineHost(String value) {
    return withHosts(new Hosts(hosts.api, value, hosts.management));
  }

  Options withManagementHost(String value) {
    return withHosts(new Hosts(hosts.api, hosts.engine, value));
  }

  Options withPorts(Ports value) {
    return new Options(mode, data, hosts, value, engine, profile, example, files, day);
  }

  Options withApiPort(int value) {
    return withPorts(new Ports(value, ports.rest, ports.grpc, ports.management));
  }

  Options withRestPort(int value) {
    return withPorts(new Ports(ports.api, value, ports.grpc, ports.management));
  }

  Options withGrpcPort(int value) {
    return withPorts(new Ports(ports.api, ports.rest, value, ports.management));
  }

  Options withManagementPort(int value) {
    return withPorts(new Ports(ports.api, ports.rest, ports.grpc, value));
  }

  private Options withEngine(EngineOptions value) {
    return new Options(mode, data, hosts, ports, value, profile, example, files, day);
  }

  Options withEngineName(String value) {
    Set<String> more = new LinkedHashSet<>(engine.names);
    more.add(value);
    return withEngine(new EngineOptions(more, engine.testing, engine.writeNulls));
  }

  Options withTesting() {
    return withEngine(new EngineOptions(engine.names, true, engine.writeNulls));
  }

  Options writingNulls() {
    return withEngine(new EngineOptions(engine.names, engine.testing, true));
  }

  Options withProfile(Profile value) {
    return new Options(mode, data, hosts, ports, engine, value, example, files, day);
  }

  Options withExample(String value) {
    return new Options(mode, data, hosts, ports, engine, profile, value, files, day);
  }

  Options withFile(Path value) {
    List<Path> more = Stream.concat(files.stream(), Stream.of(value)).toList();
    return new Options(mode, data, hosts, ports, engine, profile, example, more, day);
  }

  Options withDay(DayOptions value) {
    return new Options(mode, data, hosts, ports, engine, profile, example, files, value);
  }

  /** Whether an engine is started here. */
  boolean embedded() {
    return profile == Profile.EMBEDDED;
  }
}
