package city.whistle.workers.notification.delivery;

import java.util.regex.Pattern;

/** Whether a host is this machine, told from its name alone. */
final class Loopback {

  private static final Pattern HOST =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  static boolean is(String host) {
    return HOST.matcher(host).matches();
  }
}
