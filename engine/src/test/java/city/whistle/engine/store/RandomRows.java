package city.whistle.engine.store;

import static java.util.Map.entry;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.CorrelatedMessage;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.DecisionInstance;
import city.whistle.engine.state.DecisionRequirements;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Form;
import city.whistle.engine.state.Incident;
import city.whistle.engine.state.Job;
import city.whistle.engine.state.Message;
import city.whistle.engine.state.MessageSubscription;
import city.whistle.engine.state.PendingEvent;
import city.whistle.engine.state.ProcessDefinition;
import city.whistle.engine.state.ProcessInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.SignalSubscription;
import city.whistle.engine.state.Timer;
import city.whistle.engine.state.UserTask;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes rows with random fields of any record, also with null and NONE where they may be. */
public final class RandomRows {

  private static final List<String> TEXTS =
      List.of(
          "a", "", "展览路街道", "it's \"quoted\"", "back\\slash", "{a,b}", "line\nbreak", "null", "🏙");
  private static final List<String> VALUES =
      List.of(
          "null",
          "1.50",
          "{\"b\":1,\"a\":[2,null]}",
          "\"文\"",
          "12345678901234567890",
          "\"\\u0000\"");
  private static final Map<Class<?>, Set<String>> NULLABLE =
      Map.ofEntries(
          entry(
              ProcessDefinition.class,
              Set.of("name", "versionTag", "startFormId", "startFormVersionTag")),
          entry(DecisionRequirements.class, Set.of("name")),
          entry(DecisionDefinition.class, Set.of("name", "versionTag")),
          entry(Form.class, Set.of("versionTag")),
          entry(
              ProcessInstance.class,
              Set.of("parentProcessInstanceKey", "parentElementInstanceKey", "correlationKey")),
          entry(ElementInstance.class, Set.of("elementName", "scopeKey", "loop", "pendingEvent")),
          entry(PendingEvent.class, Set.of("elementId")),
          entry(Timer.class, Set.of("elementInstanceKey", "processInstanceKey", "cycle")),
          entry(Message.class, Set.of("correlationKey", "messageId")),
          entry(
              MessageSubscription.class,
              Set.of("correlationKey", "elementInstanceKey", "processInstanceKey")),
          entry(SignalSubscription.class, Set.of("elementInstanceKey", "processInstanceKey")),
          entry(
              Job.class, Set.of("listenerEvent", "worker", "retryAt", "errorMessage", "errorCode")),
          entry(UserTask.class, Set.of("formKey", "externalFormReference", "name", "pending")),
          entry(UserTask.Attributes.class, Set.of("assignee", "dueDate", "followUpDate")),
          entry(Incident.class, Set.of("errorMessage", "jobKey", "step")),
          entry(CorrelatedMessage.class, Set.of("correlationKey", "elementInstanceKey")),
          entry(
              DecisionInstance.class,
              Set.of(
                  "decisionName",
                  "result",
                  "failure",
                  "processInstanceKey",
                  "processDefinitionKey",
                  "bpmnProcessId",
                  "elementInstanceKey",
                  "elementId")));
  private static final long MILLIS = 1_800_000_000_000L;

  private final Random random;
  private final KeyGenerator keys;

  public RandomRows(Random random, KeyGenerator keys) {
    this.random = random;
    this.keys = keys;
  }

  /**
   * A row with a new key.
   *
   * @param fixed values of components by name
   */
  public <R extends Row> R row(Class<R> type, Map<String, Object> fixed) {
    return record(type, fixed, "key", keys.next());
  }

  /** Another row with the key of the given one, keeping the named components. */
  public <R extends Row> R changed(R row, Class<R> type, Map<String, Object> fixed) {
    return record(type, fixed, "key", row.key());
  }

  private <R> R record(Class<R> type, Map<String, Object> fixed, String key, Long keyValue) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Stream.of(components)
            .map(c -> c.getName().equals(key) ? keyValue : value(type, c, fixed))
            .toArray();
    try {
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(Class<?> record, RecordComponent component, Map<String, Object> fixed) {
    if (fixed.containsKey(component.getName())) {
      return fixed.get(component.getName());
    }
    return optional(record, component) && random.nextInt(3) == 0
        ? nothing(component)
        : present(component.getType(), component.getGenericType());
  }

  private static boolean optional(Class<?> record, RecordComponent component) {
    return NULLABLE.getOrDefault(record, Set.of()).contains(component.getName());
  }

  private static Object nothing(RecordComponent component) {
    return component.getType() == long.class ? Row.NONE : null;
  }

  private Object present(Class<?> type, Type generic) {
    if (type == long.class) {
      return (long) random.nextInt(1 << 20);
    } else if (type == int.class) {
      return random.nextInt(100);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == String.class) {
      return any(TEXTS);
    } else if (type == JsonValue.class) {
      return JsonValue.ofText(any(VALUES));
    } else if (type == Instant.class) {
      return instant();
    } else if (type == OffsetDateTime.class) {
      return instant().atOffset(ZoneOffset.ofHours(8));
    } else if (type == List.class) {
      return IntStream.range(0, random.nextInt(3)).mapToObj(i -> any(TEXTS)).toList();
    } else if (type == Map.class) {
      return random.nextBoolean() ? Map.of() : Map.of(any(TEXTS), any(TEXTS), "x", "y");
    } else if (type.isEnum()) {
      return any(List.of(type.getEnumConstants()));
    } else if (type.isRecord()) {
      return record(type, Map.of(), "", null);
    }
    throw new IllegalArgumentException("no random value of " + generic);
  }

  private Instant instant() {
    return Instant.ofEpochMilli(MILLIS + random.nextInt());
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
