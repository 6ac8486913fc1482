package city.whistle.engine.postgres;

import city.whistle.engine.postgres.PostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as. It refuses to run as root; so root starts it in a user namespace of its
 * own, and where those are forbidden (many containers), as an unprivileged user of the system.
 *
 * @param owner who must own the files, where that isn't whoever runs this program
 */
record Account(List<String> prefix, Optional<String> owner) {

  private static final String FORBIDDEN =
      "PostgreSQL can't run as root here: run Whistle as another user, allow user namespaces"
          + " (unshare -U), install setpriv (package util-linux), or set WHISTLE_DB_URL to a"
          + " PostgreSQL of your own.";

  /** The account to use for a server whose files lie below {@code directory}. */
  static Account choose(Path directory) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Account(List.of(), Optional.empty());
    }
    return Stream.of(namespace(), user("postgres"), user("nobody"))
        .filter(account -> account.canEnter(directory))
        .findFirst()
        .orElseThrow(() -> new PostgresException(Reason.ROOT_FORBIDDEN, FORBIDDEN));
  }

  private static Account namespace() {
    return new Account(List.of("unshare", "-U"), Optional.of("root"));
  }

  private static Account user(String name) {
    return new Account(
        List.of("setpriv", "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups", "--"),
        Optional.of(name));
  }

  private static String groupOf(String user) {
    return "nobody".equals(user) ? "nogroup" : user;
  }

  /** True if the account works on this machine, isn't root, and may use what lies in the place. */
  private boolean canEnter(Path directory) {
    String test = "test \"$(id -u)\" != 0 && cd \"$1\"";
    return Command.run(command(List.of("sh", "-c", test, "sh", directory.toString()))).succeeded();
  }

  /** The command as this account runs it. */
  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Makes the files the account's own, also after another account had them. */
  void own(Path tree) {
    if (owner.isEmpty()) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      UserPrincipal user =
          tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          Files.setOwner(path, user);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
