package city.whistle.engine.store;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.ElementType;
import city.whistle.engine.state.Continuation;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.JoinToken;
import city.whistle.engine.state.LoopItems;
import city.whistle.engine.state.LoopProgress;
import city.whistle.engine.state.LoopResult;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Variable;
import java.sql.SQLException;
import java.util.function.Function;

/** Tables of instances and what is inside them. */
final class InstanceTables {

  private InstanceTables() {}

  static TableMapping<ProcessInstance> processInstance() {
    return TableMapping.of(
            "process_instance",
            new Columns<ProcessInstance>()
                .key("key", ProcessInstance::key)
                .key("process_definition_key", ProcessInstance::processDefinitionKey)
                .text("bpmn_process_id", ProcessInstance::bpmnProcessId)
                .integer("version", ProcessInstance::version)
                .key("parent_process_instance_key", ProcessInstance::parentProcessInstanceKey)
                .key("parent_element_instance_key", ProcessInstance::parentElementInstanceKey)
                .key("root_process_instance_key", ProcessInstance::rootProcessInstanceKey)
                .constant("state", ProcessInstance::state)
                .list("tags", ProcessInstance::tags)
                .text("correlation_key", ProcessInstance::correlationKey)
                .instant("started_at", ProcessInstance::startedAt)
                .instant("ended_at", ProcessInstance::endedAt),
            f ->
                new ProcessInstance(
                    f.key(),
                    f.key(),
                    f.text(),
                    f.integer(),
                    f.key(),
                    f.key(),
                    f.key(),
                    f.constant(ProcessInstance.State.class),
                    f.list(),
                    f.text(),
                    f.instant(),
                    f.instant()))
        .openWhere(Open.INSTANCE);
  }

  static TableMapping<ElementInstance> elementInstance() {
    return TableMapping.of(
            "element_instance",
            new Columns<ElementInstance>()
                .key("key", ElementInstance::key)
                .key("process_instance_key", ElementInstance::processInstanceKey)
                .key("process_definition_key", ElementInstance::processDefinitionKey)
                .text("bpmn_process_id", ElementInstance::bpmnProcessId)
                .text("element_id", ElementInstance::elementId)
                .text("element_name", ElementInstance::elementName)
                .constant("type", ElementInstance::type)
                .key("scope_key", ElementInstance::scopeKey)
                .constant("state", ElementInstance::state)
                .optionalInteger("loop_total", ofLoop(LoopProgress::total))
                .optionalInteger("loop_next", ofLoop(LoopProgress::next))
                .optionalInteger("loop_completed", ofLoop(LoopProgress::completed))
                .optionalInteger("loop_terminated", ofLoop(LoopProgress::terminated))
                .optionalInteger("loop_depth", ofLoop(LoopProgress::depth))
                .integer("loop_counter", ElementInstance::loopCounter)
                .text("pending_element_id", ofPending(PendingEvent::elementId))
                .json("pending_variables", ofPending(PendingEvent::variables))
                .flag("interrupted", ElementInstance::interrupted)
                .instant("started_at", ElementInstance::startedAt)
                .instant("ended_at", ElementInstance::endedAt),
            f ->
                new ElementInstance(
                    f.key(),
                    f.key(),
                    f.key(),
                    f.text(),
                    f.text(),
                    f.text(),
                    f.constant(ElementType.class),
                    f.key(),
                    f.constant(ElementInstance.State.class),
                    loop(f),
                    f.integer(),
                    pending(f),
                    f.flag(),
                    f.instant(),
                    f.instant()))
        .openWhere(Open.NOT_ENDED);
  }

  private static Function<ElementInstance, Integer> ofLoop(Function<LoopProgress, Integer> part) {
    return e -> e.loop() == null ? null : part.apply(e.loop());
  }

  private static LoopProgress loop(Fields f) throws SQLException {
    Integer total = f.optionalInteger();
    int next = f.integer();
    int completed = f.integer();
    int terminated = f.integer();
    int depth = f.integer();
    return total == null ? null : new LoopProgress(total, next, completed, terminated, depth);
  }

  private static <T> Function<ElementInstance, T> ofPending(Function<PendingEvent, T> part) {
    return e -> e.pendingEvent() == null ? null : part.apply(e.pendingEvent());
  }

  /** Its variables tell whether there is one: the element may be null. */
  private static PendingEvent pending(Fields f) throws SQLException {
    String elementId = f.text();
    JsonValue variables = f.json();
    return variables == null ? null : new PendingEvent(elementId, variables);
  }

  static TableMapping<LoopItems> loopItems() {
    return TableMapping.of(
        "loop_items",
        new Columns<LoopItems>()
            .key("key", LoopItems::key)
            .key("process_instance_key", LoopItems::processInstanceKey)
            .json("items", LoopItems::items),
        f -> new LoopItems(f.key(), f.key(), f.json()));
  }

  static TableMapping<JoinToken> joinToken() {
    return TableMapping.of(
        "join_token",
        new Columns<JoinToken>()
            .key("key", JoinToken::key)
            .key("process_instance_key", JoinToken::processInstanceKey)
            .key("scope_key", JoinToken::scopeKey)
            .text("gateway_id", JoinToken::gatewayId)
            .text("flow_id", JoinToken::flowId),
        f -> new JoinToken(f.key(), f.key(), f.key(), f.text(), f.text()));
  }

  static TableMapping<Variable> variable() {
    return TableMapping.of(
            "variable",
            new Columns<Variable>()
                .key("key", Variable::key)
                .key("process_instance_key", Variable::processInstanceKey)
                .text("bpmn_process_id", Variable::bpmnProcessId)
                .key("scope_key", Variable::scopeKey)
                .text("name", Variable::name)
                .json("value", Variable::value),
            f -> new Variable(f.key(), f.key(), f.text(), f.key(), f.text(), f.json()))
        .openWhere(Open.IN_SCOPE);
  }

  static TableMapping<LoopResult> loopResult() {
    return TableMapping.of(
        "loop_result",
        new Columns<LoopResult>()
            .key("key", LoopResult::key)
            .key("process_instance_key", LoopResult::processInstanceKey)
            .key("variable_key", LoopResult::variableKey)
            .integer("index", LoopResult::index)
            .json("value", LoopResult::value),
        f -> new LoopResult(f.key(), f.key(), f.key(), f.integer(), f.json()));
  }

  static TableMapping<Continuation> continuation() {
    return TableMapping.of(
        "continuation",
        new Columns<Continuation>()
            .key("key", Continuation::key)
            .text("steps", Continuation::steps)
            .text("depths", Continuation::depths)
            .integer("begun", Continuation::begun),
        f -> new Continuation(f.key(), f.text(), f.text(), f.integer()));
  }
}
