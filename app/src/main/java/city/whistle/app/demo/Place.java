package city.whistle.app.demo;

import io.camunda.client.CamundaClient;
import java.net.URI;

/**
 * Where the case is played.
 *
 * @param api the hotline's API
 * @param apiKey the hotline's key
 * @param engineRest REST address of the engine, or of a Camunda cluster
 */
public record Place(URI api, String apiKey, URI engineRest) {

  CamundaClient client() {
    return CamundaClient.newClientBuilder()
        .restAddress(engineRest)
        .preferRestOverGrpc(true)
        .build();
  }
}
