package city.whistle.app;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What is shown when everything answers: each address, and a call that does something.
 *
 * @param key where the shell finds the demonstration's key, which is never shown; none where there
 *     is no such client
 */
record Greeting(Addresses addresses, Optional<String> key) {

  private static final Map<String, String> MEANING =
      Map.of(
          "console", "Pages for people",
          "firstSignIn", "First sign-in, once",
          "api", "Hotline's API",
          "rest", "Engine, REST",
          "grpc", "Engine, gRPC",
          "management", "Engine, management");

  private static final String NOBODY_YET =
      """

      The hotline's API is open to others than this machine, and no client was let in yet: start it once on 127.0.0.1, or
      with WHISTLE_DEMO_HOTLINE_KEY, and let clients in with PUT /api/clients.

      """;

  String text() {
    StringBuilder text = new StringBuilder("Whistle is ready. Ctrl-C stops it; the data stay.\n\n");
    addresses
        .named()
        .forEach(
            (name, address) -> {
              if (MEANING.containsKey(name)) {
                text.append("  %-19s %s%n".formatted(MEANING.get(name), address));
              }
            });
    addresses.api().ifPresent(api -> text.append(key.map(k -> example(api, k)).orElse(NOBODY_YET)));
    return text.toString();
  }

  private static String example(URI api, String key) {
    return """

        Open a case:

          curl -X POST %s/api/cases \\
            -H "X-API-Key: %s" -H 'Content-Type: application/json' \\
            -d '{"externalId": "'"$(date +%%s)"'", "channel": "phone", "kind": "complaint",
                 "title": "路灯不亮", "content": "楼前路灯坏了三天",
                 "place": {"districtCode": "110102", "streetCode": "110102009"},
                 "resident": {"name": "王女士", "phone": "13800000000"}}'

        """
        .formatted(api, key);
  }
}
