package city.whistle.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the running parts answer. Without API and key where the engine runs alone.
 *
 * @param apiKey of the demonstration hotline
 */
record Addresses(Optional<URI> api, URI rest, URI grpc, URI management, Optional<String> apiKey) {

  /** By the names that scripts know them by, in the order to show them. */
  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    api.ifPresent(uri -> named.put("api", uri.toString()));
    named.put("rest", rest.toString());
    named.put("grpc", grpc.toString());
    named.put("management", management.toString());
    apiKey.ifPresent(key -> named.put("apiKey", key));
    return named;
  }
}
