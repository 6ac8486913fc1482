package city.whistle.engine.grpc;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import java.util.List;
import java.util.Map;

/** Reads the fields of requests; what can't be read is refused without being quoted. */
final class Requests {

  static final String TENANT = "<default>";

  private Requests() {}

  /** Variables as they came: a JSON object, or empty for none. */
  static JsonValue variables(String text) {
    return text.isBlank() ? JsonValue.EMPTY_OBJECT : object(text);
  }

  private static JsonValue object(String text) {
    JsonValue value = parse(text);
    if (value.value() == null) {
      return JsonValue.EMPTY_OBJECT;
    }
    if (value.value() instanceof Map) {
      return value;
    }
    throw Rejection.invalid(
        "Expected 'variables' to be a JSON object, but the document's root is %s."
            .formatted(value.value() instanceof List ? "an array" : "a single value"));
  }

  private static JsonValue parse(String text) {
    try {
      return JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      throw Rejection.invalid(
          "Expected 'variables' to be a JSON object, but it is not valid JSON%s."
              .formatted(Json.mistake(e)));
    }
  }

  /**
   * Whatever its user calls an operation by: it must be 1 or more, and nobody sees it again.
   *
   * @param given whether the request has it
   */
  static void checkReference(boolean given, long operationReference) {
    if (given && operationReference == 0) {
      throw Rejection.invalid("Expected 'operationReference' to be 1 or more.");
    }
  }

  /** Refuses tenants: there is one only. */
  static void checkTenant(String tenantId) {
    if (!tenantId.isEmpty() && !tenantId.equals(TENANT)) {
      throw Rejection.invalid(
          "Expected no tenant or '%s', because this engine has one tenant only.".formatted(TENANT));
    }
  }

  static void checkTenants(List<String> tenantIds) {
    tenantIds.forEach(Requests::checkTenant);
  }
}
