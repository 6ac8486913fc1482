package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A PostgreSQL data directory with its log and its password beside it, and the programs that work
 * on it.
 */
final class Cluster {

  static final String SUPERUSER = "postgres";

  private static final int PASSWORD_BYTES = 24;

  /** Of {@code postmaster.pid}, counted from 0. */
  private static final int PORT_LINE = 3;

  private final Binaries binaries;
  private final Account account;
  private final Path data;
  private final Path log;
  private final Path passwordFile;

  Cluster(Path directory) {
    this.account = Account.choose(directory);
    this.binaries = Binaries.unpacked();
    this.data = directory.resolve("cluster");
    this.log = directory.resolve("postgresql.log");
    this.passwordFile = directory.resolve("password");
  }

  String password() {
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The password of the embedded PostgreSQL can't be read from " + passwordFile, e);
    }
  }

  /** Makes an empty one; done beside its place and moved, so that a crash leaves no half of it. */
  void createIfAbsent(boolean durable) {
    try {
      if (!Files.exists(log)) {
        Files.createFile(log);
      }
      if (Files.exists(data)) {
        account.own(data);
      } else {
        create(durable);
      }
      account.own(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(boolean durable) throws IOException {
    Path fresh = data.resolveSibling("cluster.new");
    Trees.delete(fresh);
    Files.createDirectory(fresh, PosixFilePermissions.asFileAttribute(ownerOnly("rwx------")));
    Path password = fresh.resolveSibling("password.new");
    writePassword(password);
    account.own(fresh);
    account.own(password);
    List<String> initdb =
        account.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions",
                durable ? "--sync-method=fsync" : "--no-sync"));
    if (!Command.run(initdb, log).succeeded()) {
      throw failure("PostgreSQL could not create its data directory " + data);
    }
    Files.move(password, passwordFile, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void writePassword(Path file) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(random));
  }

  private static Set<PosixFilePermission> ownerOnly(String mode) {
    return PosixFilePermissions.fromString(mode);
  }

  /** Starts the server and returns when it accepts connections. */
  void start(int port, List<String> settings) {
    String options =
        settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
    List<String> start =
        pgCtl("start", "--options=-p " + port + " " + options, "--log=" + log, "--timeout=120");
    if (!Command.run(start, log).succeeded()) {
      throw failure("PostgreSQL did not start");
    }
  }

  boolean running() {
    return Files.exists(data) && Command.run(pgCtl("status")).succeeded();
  }

  /** The port on which the server says that it listens; empty where it is on its way up or down. */
  Optional<Integer> port() {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() > PORT_LINE
          ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Stops the server after rolling back what is open; done if it doesn't run. */
  void stop() {
    if (running() && !Command.run(pgCtl("stop", "--mode=fast", "--timeout=60"), log).succeeded()) {
      throw failure("PostgreSQL did not stop");
    }
  }

  private List<String> pgCtl(String action, String... options) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program("pg_ctl"));
    command.add(action);
    command.add("--pgdata=" + data);
    command.addAll(List.of(options));
    return account.command(command);
  }

  private PostgresException failure(String what) {
    return new PostgresException(
        Reason.START_FAILED, "%s: %s (more in %s).".formatted(what, lastComplaint(), log));
  }

  private String lastComplaint() {
    try (var lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("FATAL:") || line.contains("error:"))
          .reduce((earlier, later) -> later)
          .map(line -> line.replaceFirst("^.*?(FATAL|error): *", ""))
          .orElse("it gave no reason");
    } catch (IOException e) {
      return "its log can't be read";
    }
  }
}
