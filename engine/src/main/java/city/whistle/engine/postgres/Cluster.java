package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A PostgreSQL data directory with its log and its password beside it, and the programs that work
 * on it.
 */
final class Cluster {

  static final String SUPERUSER = "postgres";

  /**
   * How passwords are kept. Hashing them thousands of times slows whoever guesses what a person
   * chose; these are random and long, and each connection would wait for it.
   */
  static final String HASHED_ONCE = "scram_iterations=1";

  /** How long a dying server may take before it is killed. */
  private static final int DYING_SECONDS = 10;

  private final Binaries binaries;
  private final Account account;
  private final Path data;
  private final ServerLog log;
  private final Secret superuser;
  private final Secret program;

  Cluster(Path directory) {
    this.account = Account.choose(directory);
    this.binaries = Binaries.unpacked();
    this.data = directory.resolve("cluster");
    this.log = new ServerLog(directory.resolve("postgresql.log"));
    this.superuser = new Secret(directory.resolve("password"));
    this.program = new Secret(directory.resolve("program-password"));
  }

  String superuserPassword() {
    return superuser.value();
  }

  /** Of the role that the program works as; made where there is none yet. */
  String programPassword() {
    if (!program.exists()) {
      program.make();
    }
    return program.value();
  }

  /** Makes an empty one; done beside its place and moved, so that a crash leaves no half of it. */
  void createIfAbsent(boolean durable) {
    try {
      log.begin();
      if (Files.exists(data)) {
        account.own(data);
      } else {
        create(durable);
      }
      account.own(log.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(boolean durable) throws IOException {
    Path fresh = data.resolveSibling("cluster.new");
    Trees.delete(fresh);
    Files.createDirectory(fresh, PosixFilePermissions.asFileAttribute(ownerOnly("rwx------")));
    Secret password = new Secret(fresh.resolveSibling("password.new"));
    password.make();
    account.own(fresh);
    account.own(password.file());
    List<String> initdb =
        account.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password.file(),
                "--set=" + HASHED_ONCE,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions",
                durable ? "--sync-method=fsync" : "--no-sync"));
    if (!Command.run(initdb, log.file()).succeeded()) {
      throw failure("PostgreSQL could not create its data directory " + data);
    }
    password.moveTo(superuser.file());
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Set<PosixFilePermission> ownerOnly(String mode) {
    return PosixFilePermissions.fromString(mode);
  }

  /** Starts the server and returns when it accepts connections. */
  void start(int port, List<String> settings) {
    log.begin();
    String options =
        settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
    List<String> start =
        pgCtl(
            "start",
            "--options=-p " + port + " " + options,
            "--log=" + log.file(),
            "--timeout=120");
    if (!Command.run(start, log.file()).succeeded()) {
      throw failure("PostgreSQL did not start");
    }
  }

  boolean running() {
    return Postmaster.of(data).map(postmaster -> postmaster.runs(data)).orElse(false);
  }

  /** The port on which the server says that it listens; empty where it is on its way up or down. */
  Optional<Integer> port() {
    return Postmaster.of(data).flatMap(Postmaster::port);
  }

  /** Keeps the log within its bound while the server writes to it. */
  void boundLog() {
    log.bound();
  }

  /**
   * Stops the server after rolling back what is open, and clears away what a killed one left: its
   * last processes, its file. Only for whoever holds the directory's lock.
   */
  void stop() {
    if (running()
        && !Command.run(pgCtl("stop", "--mode=fast", "--timeout=60"), log.file()).succeeded()
        && running()) {
      throw failure("PostgreSQL did not stop");
    }
    endOrphans();
    forgetPostmaster();
  }

  /** They hold the shared memory, with which no new server starts. */
  private void endOrphans() {
    List<ProcessHandle> orphans = Postmaster.orphans(data);
    CompletableFuture<?>[] ends =
        orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(DYING_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      orphans.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The number in it may be another program's by now, which would keep a new server from it. */
  private void forgetPostmaster() {
    try {
      Files.deleteIfExists(data.resolve(Postmaster.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
        Reason.START_FAILED, "%s: %s (more in %s).".formatted(what, log.complaint(), log.file()));
  }
}
