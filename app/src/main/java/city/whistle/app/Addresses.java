package city.whistle.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the running parts answer. Without API and key where the engine runs alone, without the
 * management address where the engine is somebody else's.
 *
 * @param apiKey of the demonstration hotline
 * @param firstSignIn where the first administrator chooses a password, until that was done
 */
record Addresses(
    Optional<URI> api,
    URI rest,
    URI grpc,
    Optional<URI> management,
    Optional<String> apiKey,
    Optional<URI> firstSignIn) {

  /** By the names that scripts know them by, in the order to show them; a key is no address. */
  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    api.ifPresent(uri -> named.put("console", uri.toString()));
    api.ifPresent(uri -> named.put("api", uri.toString()));
    named.put("rest", rest.toString());
    named.put("grpc", grpc.toString());
    management.ifPresent(uri -> named.put("management", uri.toString()));
    firstSignIn.ifPresent(uri -> named.put("firstSignIn", uri.toString()));
    return named;
  }
}
