package city.whistle.engine.execution;

import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.Mapping;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Input and output mappings, and what becomes of a result where there are none. */
public final class Mappings {

  private final Scopes scopes;
  private final Evaluator evaluator;

  public Mappings(Scopes scopes, Evaluator evaluator) {
    this.scopes = scopes;
    this.evaluator = evaluator;
  }

  /** Each mapping makes a local variable, which the next ones see. */
  void applyInputs(Element element, ElementInstance instance) {
    for (Mapping mapping : element.inputs()) {
      Object value = evaluate(mapping, instance);
      Object whole =
          placed(mapping.target(), 0, value, scopes.locals(instance.key()).get(name(mapping)));
      scopes.setLocal(instance, name(mapping), JsonValue.of(whole));
    }
  }

  /** With mappings only what they make goes outward; without, the whole result does. */
  void applyOutputs(Element element, ElementInstance instance, JsonValue result) {
    if (element.outputs().isEmpty()) {
      scopes.propagate(instance.key(), result.members());
      return;
    }
    scopes.setLocals(instance, result.members());
    VariableSource outside = scopes.visibleFrom(instance.scopeKey());
    for (Mapping mapping : element.outputs()) {
      Object value = evaluate(mapping, instance);
      Object whole = placed(mapping.target(), 0, value, outside.get(name(mapping)));
      scopes.propagate(instance.scopeKey(), Scopes.one(name(mapping), whole));
    }
  }

  private Object evaluate(Mapping mapping, ElementInstance instance) {
    return evaluator.value(
        mapping.source(), scopes.visibleFrom(instance.key()), ErrorType.IO_MAPPING_ERROR);
  }

  private static String name(Mapping mapping) {
    return mapping.target().get(0);
  }

  /** The old value of a variable with the new one put at its path. */
  private static Object placed(List<String> path, int depth, Object value, Object old) {
    if (depth == path.size() - 1) {
      return value;
    }
    Map<String, Object> context = new LinkedHashMap<>();
    if (old instanceof Map<?, ?> members) {
      members.forEach((key, member) -> context.put((String) key, member));
    }
    String next = path.get(depth + 1);
    context.put(next, placed(path, depth + 1, value, context.get(next)));
    return context;
  }
}
