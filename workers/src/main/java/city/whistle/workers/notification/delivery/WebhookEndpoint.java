package city.whistle.workers.notification.delivery;

import city.whistle.workers.json.JsonText;
import city.whistle.workers.notification.delivery.DeliverySettings.Webhook;
import city.whistle.workers.notification.delivery.Outcome.Delivered;
import city.whistle.workers.notification.delivery.Outcome.Postponed;
import city.whistle.workers.notification.delivery.Outcome.Refused;
import city.whistle.workers.notification.delivery.Outcome.Unreachable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP server: the hotline's system, a unit's, an SMS gateway. Each attempt at a message has the
 * same id, in the body and in two headers; redirects are not followed.
 */
final class WebhookEndpoint implements Endpoint {

  static final Duration CONNECT = Duration.ofSeconds(5);

  /** For the whole exchange; also an answer that never ends ends here. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final Set<Integer> NOT_NOW_FOR_THIS = Set.of(409);
  private static final Set<Integer> NOT_NOW_FOR_ALL =
      Set.of(401, 403, 404, 405, 408, 425, 429, 502, 503, 504);

  private final String name;
  private final URI url;
  private final WebhookSignature signature;
  private final HttpClient http;
  private final JsonText json;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException where the address is not a safe one or the secret is none
   */
  WebhookEndpoint(String name, Webhook settings, HttpClient http, JsonText json, Clock clock) {
    String setting = "whistle.notifications.webhooks." + name;
    this.name = name;
    this.url = safe(settings.url(), setting + ".url");
    this.signature = WebhookSignature.with(settings.secret(), setting + ".secret");
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean mailOnly() {
    return false;
  }

  @Override
  public Outcome deliver(Letter letter) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request(letter), info -> new BoundedAnswer());
    try {
      return outcome(answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Unreachable("http timeout", null);
    } catch (ExecutionException e) {
      return new Unreachable("http " + e.getCause().getClass().getSimpleName(), null);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Unreachable("http stopped", null);
    }
  }

  private HttpRequest request(Letter letter) {
    String id = letter.notification().id().toString();
    long timestamp = clock.instant().getEpochSecond();
    byte[] body = json.write(Body.of(letter)).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(url)
        .timeout(ANSWER)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", id)
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", signature.of(id, timestamp, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Outcome outcome(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    String code = "http " + status;
    if (status >= 200 && status < 300) {
      return new Delivered();
    }
    if (status < 400 || NOT_NOW_FOR_ALL.contains(status)) {
      return new Unreachable(code, retryAfter(answer).orElse(null));
    }
    return status >= 500 || NOT_NOW_FOR_THIS.contains(status)
        ? new Postponed(code)
        : new Refused(code);
  }

  /** In seconds; the form with a date is passed over. */
  private static Optional<Duration> retryAfter(HttpResponse<Void> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private static URI safe(URI url, String setting) {
    boolean absolute = url != null && url.getHost() != null && url.getUserInfo() == null;
    boolean safe =
        absolute
            && ("https".equals(url.getScheme())
                || "http".equals(url.getScheme()) && Loopback.is(url.getHost()));
    if (!safe) {
      throw new IllegalArgumentException(
          setting + " must be an https address, or an http address on this machine");
    }
    return url;
  }

  /**
   * What is sent, as {@code docs/guides/notifications.md} has it.
   *
   * @param via the channel by which the resident is to be told, {@code desk} for units
   * @param address phone number or e-mail address; left out where the receiver knows it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      UUID id,
      String kind,
      String recipient,
      String via,
      String address,
      String language,
      String subject,
      String text,
      String number,
      String externalId,
      OffsetDateTime createdAt) {

    static Body of(Letter letter) {
      QueuedNotification notification = letter.notification();
      return new Body(
          notification.id(),
          notification.kind(),
          notification.recipient().text(),
          notification.channel(),
          letter.address(),
          letter.message().language().wireName(),
          letter.message().subject(),
          letter.message().text(),
          letter.number(),
          letter.externalId(),
          notification.createdAt());
    }
  }
}
