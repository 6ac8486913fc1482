package city.whistle.workers.notification.delivery;

import city.whistle.workers.json.JsonText;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The servers that settings name. */
record Endpoints(List<Endpoint> all) {

  /** More is a mistake: each has a thread. */
  private static final int MAX = 20;

  /**
   * @throws IllegalArgumentException where a server's settings are incomplete or unsafe
   */
  static Endpoints of(DeliverySettings settings, JsonText json, Clock clock) {
    if (settings.webhooks().size() > MAX) {
      throw new IllegalArgumentException(
          "whistle.notifications.webhooks may be at most " + MAX + " servers");
    }
    for (String reserved : Set.of(Routes.MAIL, Routes.NONE)) {
      if (settings.webhooks().containsKey(reserved)) {
        throw new IllegalArgumentException(
            "whistle.notifications.webhooks." + reserved + ": this name is taken, choose another");
      }
    }
    List<Endpoint> endpoints = new ArrayList<>();
    if (settings.mail() != null) {
      endpoints.add(new MailEndpoint(settings.mail(), clock));
    }
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(WebhookEndpoint.CONNECT)
            .build();
    settings
        .webhooks()
        .forEach(
            (name, webhook) ->
                endpoints.add(new WebhookEndpoint(name, webhook, http, json, clock)));
    return new Endpoints(List.copyOf(endpoints));
  }
}
