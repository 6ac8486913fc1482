package city.whistle.engine.store;

import city.whistle.engine.state.Message;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.SignalSubscription;
import city.whistle.engine.state.Timer;

/** Tables of what waits for an event. */
final class EventTables {

  private EventTables() {}

  static TableMapping<Timer> timer() {
    return TableMapping.of(
        "timer",
        new Columns<Timer>()
            .key("key", Timer::key)
            .key("element_instance_key", Timer::elementInstanceKey)
            .key("process_instance_key", Timer::processInstanceKey)
            .key("process_definition_key", Timer::processDefinitionKey)
            .text("element_id", Timer::elementId)
            .instant("due_at", Timer::dueAt)
            .integer("repetitions", Timer::repetitions)
            .text("cycle", Timer::cycle)
            .integer("depth", Timer::depth),
        f ->
            new Timer(
                f.key(),
                f.key(),
                f.key(),
                f.key(),
                f.text(),
                f.instant(),
                f.integer(),
                f.text(),
                f.integer()));
  }

  static TableMapping<Message> message() {
    return TableMapping.of(
        "message",
        new Columns<Message>()
            .key("key", Message::key)
            .text("name", Message::name)
            .text("correlation_key", Message::correlationKey)
            .text("message_id", Message::messageId)
            .json("variables", Message::variables)
            .list("correlated_process_ids", Message::correlatedProcessIds)
            .instant("published_at", Message::publishedAt)
            .instant("expires_at", Message::expiresAt),
        f ->
            new Message(
                f.key(),
                f.text(),
                f.text(),
                f.text(),
                f.json(),
                f.list(),
                f.instant(),
                f.instant()));
  }

  static TableMapping<MessageSubscription> messageSubscription() {
    return TableMapping.of(
            "message_subscription",
            new Columns<MessageSubscription>()
                .key("key", MessageSubscription::key)
                .text("message_name", MessageSubscription::messageName)
                .text("correlation_key", MessageSubscription::correlationKey)
                .key("element_instance_key", MessageSubscription::elementInstanceKey)
                .text("element_id", MessageSubscription::elementId)
                .key("process_instance_key", MessageSubscription::processInstanceKey)
                .key("process_definition_key", MessageSubscription::processDefinitionKey)
                .text("bpmn_process_id", MessageSubscription::bpmnProcessId)
                .constant("state", MessageSubscription::state)
                .instant("updated_at", MessageSubscription::updatedAt),
            f ->
                new MessageSubscription(
                    f.key(),
                    f.text(),
                    f.text(),
                    f.key(),
                    f.text(),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.constant(MessageSubscription.State.class),
                    f.instant()))
        .openWhere(Open.WAITING);
  }

  static TableMapping<SignalSubscription> signalSubscription() {
    return TableMapping.of(
        "signal_subscription",
        new Columns<SignalSubscription>()
            .key("key", SignalSubscription::key)
            .text("signal_name", SignalSubscription::signalName)
            .key("element_instance_key", SignalSubscription::elementInstanceKey)
            .text("element_id", SignalSubscription::elementId)
            .key("process_instance_key", SignalSubscription::processInstanceKey)
            .key("process_definition_key", SignalSubscription::processDefinitionKey)
            .text("bpmn_process_id", SignalSubscription::bpmnProcessId),
        f ->
            new SignalSubscription(
                f.key(), f.text(), f.key(), f.text(), f.key(), f.key(), f.text()));
  }
}
