package city.whistle.engine.rest;

import city.whistle.engine.command.BroadcastSignal;
import city.whistle.engine.command.CorrelateMessage;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.query.Searchable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Messages and signals from outside, and who waits for messages. */
final class MessageResource {

  void addTo(Routes routes) {
    routes.post("/v2/messages/publication", MessageResource::publish);
    routes.post("/v2/messages/correlation", MessageResource::correlate);
    routes.post("/v2/signals/broadcast", MessageResource::broadcast);
    routes.post(
        "/v2/message-subscriptions/search",
        call ->
            call.search(
                (database, wanted) -> database.search(Searchable.MESSAGE_SUBSCRIPTION, wanted)));
    routes.post(
        "/v2/correlated-message-subscriptions/search",
        call ->
            call.search(
                (database, wanted) -> database.search(Searchable.CORRELATED_MESSAGE, wanted)));
  }

  private static CompletableFuture<Answer> publish(Call call) {
    Body body =
        call.body("name", "correlationKey", "timeToLive", "messageId", "variables", "tenantId");
    body.refuseTenants();
    return call.submit(
        new PublishMessage(
            body.requiredText("name"),
            body.text("correlationKey", ""),
            Duration.ofMillis(body.number("timeToLive", 0)),
            body.text("messageId"),
            body.variables("variables")),
        published ->
            Answer.json(
                Map.of(
                    "messageKey", Long.toString(published.messageKey()), "tenantId", "<default>")));
  }

  private static CompletableFuture<Answer> correlate(Call call) {
    Body body = call.body("name", "correlationKey", "variables", "tenantId");
    body.refuseTenants();
    return call.submit(
        new CorrelateMessage(
            body.requiredText("name"),
            body.text("correlationKey", ""),
            body.variables("variables")),
        correlated ->
            Answer.json(
                Map.of(
                    "messageKey", Long.toString(correlated.messageKey()),
                    "processInstanceKey", Long.toString(correlated.processInstanceKey()),
                    "tenantId", "<default>")));
  }

  private static CompletableFuture<Answer> broadcast(Call call) {
    Body body = call.body("signalName", "variables", "tenantId");
    body.refuseTenants();
    return call.submit(
        new BroadcastSignal(body.requiredText("signalName"), body.variables("variables")),
        broadcast ->
            Answer.json(
                Map.of(
                    "signalKey", Long.toString(broadcast.signalKey()), "tenantId", "<default>")));
  }
}
