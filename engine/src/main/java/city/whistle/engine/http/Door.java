package city.whistle.engine.http;

import io.netty.util.NetUtil;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a server listens, and by which names it is asked for. A page that a browser shows can have
 * its own name lead to this machine and then ask in that name, so a name that is none of these is
 * nobody's who means this server. An address can't be turned so.
 *
 * @param host address or name to listen on
 * @param port 0 for any free one
 * @param names further names by which clients know this machine, in lower case
 * @param testing whether tests run here, that may move the clock and delete everything
 */
public record Door(String host, int port, Set<String> names, boolean testing) {

  /** Why a clock isn't moved, nor everything deleted. */
  public static final String FOR_TESTS =
      "Only where tests run can the clock be moved or everything be deleted: start it with --testing.";

  private static final Set<String> LOCAL = Set.of("localhost");

  /** Compares names in lower case, without the dot that may end them. */
  public Door {
    names = names.stream().map(Door::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** For those that come by address, as localhost, or by the name it listens on. */
  public static Door on(String host, int port) {
    return new Door(host, port, Set.of(), false);
  }

  /** As this one, where tests run. */
  public Door forTests() {
    return new Door(host, port, names, true);
  }

  /**
   * Whether this server is meant.
   *
   * @param authority name or address as a client says it, with or without a port; null is nobody
   */
  public boolean isMeantBy(String authority) {
    if (authority == null) {
      return false;
    }
    String name = withoutPort(authority);
    return isAddress(name)
        || LOCAL.contains(plain(name))
        || plain(host).equals(plain(name))
        || names.contains(plain(name));
  }

  private static String withoutPort(String authority) {
    if (authority.startsWith("[")) {
      return authority.substring(0, authority.indexOf(']') + 1);
    }
    int colon = authority.indexOf(':');
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  private static boolean isAddress(String name) {
    return name.startsWith("[")
        ? NetUtil.isValidIpV6Address(name)
        : NetUtil.isValidIpV4Address(name);
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
