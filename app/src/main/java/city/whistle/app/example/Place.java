package city.whistle.app.example;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where examples are played.
 *
 * @param api the hotline's API
 * @param apiKey the hotline's key
 * @param engineRest REST address of the engine, or of a Camunda cluster
 * @param management where the engine's clock is asked and moved; none where that is the real one
 */
public record Place(URI api, String apiKey, URI engineRest, Optional<URI> management) {

  /** A machine that does other things beside may be slow; a play that gives up is worth nothing. */
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /** A client of the engine; whoever asks closes it. */
  public CamundaClient client() {
    return CamundaClient.newClientBuilder()
        .restAddress(engineRest)
        .preferRestOverGrpc(true)
        .defaultRequestTimeout(TIMEOUT)
        .build();
  }
}
