package city.whistle.app.example;

import io.camunda.client.CamundaClient;
import java.net.URI;
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

  /** A client of the engine; whoever asks closes it. */
  public CamundaClient client() {
    return CamundaClient.newClientBuilder()
        .restAddress(engineRest)
        .preferRestOverGrpc(true)
        .build();
  }
}
