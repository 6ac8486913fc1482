package city.whistle.console.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An address, or a range of addresses such as {@code 10.1.0.0/16}, as the pattern of the texts by
 * which the server tells addresses.
 */
final class ProxyRange {

  private static final Pattern V4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}(/\\d{1,2})?");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}(/\\d{1,3})?");

  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;
  private static final int BYTE = 8;
  private static final int GROUP = 16;

  private ProxyRange() {}

  /**
   * @throws IllegalArgumentException where it is none; the message says why
   */
  static String pattern(String range) {
    boolean v4 = V4.matcher(range).matches();
    if (!v4 && !(range.contains(":") && V6.matcher(range).matches())) {
      throw wrong(range, "is neither an address such as 10.1.2.3 nor a range such as 10.1.0.0/16");
    }
    String[] parts = range.split("/");
    int bits = v4 ? V4_BITS : V6_BITS;
    int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
    if (prefix < 1 || prefix > bits) {
      throw wrong(range, "has a prefix that is not from 1 to " + bits);
    }
    byte[] address = address(range, parts[0], v4 ? V4_BITS / BYTE : V6_BITS / BYTE);
    return v4 ? v4(address, prefix) : v6(range, address, prefix);
  }

  private static byte[] address(String range, String text, int length) {
    try {
      // a literal address is asked of nobody
      byte[] address = InetAddress.getByName(text).getAddress();
      if (address.length == length) {
        return address;
      }
    } catch (UnknownHostException e) {
      // told below, like an address of the other kind
    }
    throw wrong(range, "has no such address");
  }

  private static String v4(byte[] address, int prefix) {
    List<String> octets = new ArrayList<>();
    for (int i = 0; i < address.length; i++) {
      int fixed = Math.max(0, Math.min(BYTE, prefix - i * BYTE));
      int low = address[i] & 0xff & 0xff << BYTE - fixed;
      octets.add(
          fixed == 0
              ? "\\d{1,3}"
              : IntStream.range(low, low + (1 << BYTE - fixed))
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining("|", "(?:", ")")));
    }
    return String.join("\\.", octets);
  }

  private static String v6(String range, byte[] address, int prefix) {
    if (prefix % GROUP != 0) {
      throw wrong(range, "has a prefix that does not end with a group, as /48 and /64 do");
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < address.length; i += 2) {
      int group = (address[i] & 0xff) << BYTE | address[i + 1] & 0xff;
      groups.add(i * BYTE < prefix ? Integer.toHexString(group) : "[0-9a-f]{1,4}");
    }
    return String.join(":", groups);
  }

  private static IllegalArgumentException wrong(String range, String why) {
    return new IllegalArgumentException(
        "whistle.accounts.trusted-proxies names %s, which %s".formatted(range, why));
  }
}
