package city.whistle.app;

import java.net.URI;
import java.util.Map;

/** What is shown when everything answers: each address, and a call that does something. */
record Greeting(Addresses addresses) {

  private static final Map<String, String> MEANING =
      Map.of(
          "console", "Pages for people",
          "firstSignIn", "First sign-in, once",
          "api", "Hotline's API",
          "rest", "Engine, REST",
          "grpc", "Engine, gRPC",
          "management", "Engine, management");

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
    addresses.api().ifPresent(api -> text.append(example(api)));
    return text.toString();
  }

  private String example(URI api) {
    return """

        Open a case:

          curl -X POST %s/api/cases \\
            -H 'X-API-Key: %s' -H 'Content-Type: application/json' \\
            -d '{"externalId": "'"$(date +%%s)"'", "channel": "phone", "kind": "complaint",
                 "title": "路灯不亮", "content": "楼前路灯坏了三天",
                 "place": {"districtCode": "110102", "streetCode": "110102009"},
                 "resident": {"name": "王女士", "phone": "13800000000"}}'

        """
        .formatted(api, addresses.apiKey().orElseThrow());
  }
}
