package city.whistle.engine.query;

import io.camunda.client.protocol.rest.MessageSubscriptionStateEnum;
import org.jooq.impl.DSL;

/** Who waited for a message, and which message reached whom. */
final class Messages {

  private static final Relation S = Relation.of("message_subscription", "s");
  private static final Relation C = Relation.of("correlated_message", "c");

  /** Those of instances: the start events of processes are not among them. */
  static final Resource SUBSCRIPTIONS =
      new ResourceBuilder("message subscription", S.table())
          .where(S.key("element_instance_key").isNotNull())
          .key("messageSubscriptionKey", S.key("key"))
          .text("processDefinitionId", S.text("bpmn_process_id"))
          .reference("processDefinitionKey", S.key("process_definition_key"))
          .reference("processInstanceKey", S.key("process_instance_key"))
          .root(S.key("process_instance_key"))
          .text("elementId", S.text("element_id"))
          .reference("elementInstanceKey", S.key("element_instance_key"))
          .word("messageSubscriptionState", S.text("state"), MessageSubscriptionStateEnum.values())
          .date("lastUpdatedDate", S.date("updated_at"))
          .text("messageName", S.text("message_name"))
          .text("correlationKey", S.text("correlation_key"))
          .tenant()
          .build();

  static final Resource CORRELATED =
      new ResourceBuilder("correlated message subscription", C.table())
          .hiddenKey(Attribute.of("key", Kind.KEY, C.key("key")))
          .text("correlationKey", DSL.coalesce(C.text("correlation_key"), DSL.inline("")))
          .date("correlationTime", C.date("correlated_at"))
          .text("elementId", C.text("element_id"))
          .reference("elementInstanceKey", C.key("element_instance_key"))
          .reference("messageKey", C.key("message_key"))
          .text("messageName", C.text("message_name"))
          .integer("partitionId", DSL.inline(1))
          .text("processDefinitionId", C.text("bpmn_process_id"))
          .reference("processDefinitionKey", C.key("process_definition_key"))
          .reference("processInstanceKey", C.key("process_instance_key"))
          .root(C.key("process_instance_key"))
          .reference("subscriptionKey", C.key("subscription_key"))
          .tenant()
          .build();

  private Messages() {}
}
