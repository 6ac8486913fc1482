package city.whistle.engine.execution;

import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.Mapping;
import city.whistle.engine.state.ElementInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Input and output mappings, and what becomes of a result where there are none. An element's
 * mappings are one evaluation: each sees what earlier ones made, and nothing is written before all
 * are done, so one that fails leaves nothing of the others.
 */
public final class Mappings {

  private final Scopes scopes;
  private final Evaluator evaluator;

  public Mappings(Scopes scopes, Evaluator evaluator) {
    this.scopes = scopes;
    this.evaluator = evaluator;
  }

  /** Makes local variables, which have just what was mapped. */
  void applyInputs(Element element, ElementInstance instance) {
    if (!element.inputs().isEmpty()) {
      scopes.setLocals(instance, evaluate(element.inputs(), instance, MappedValues::alone));
    }
  }

  /** Takes back what the input mappings made, so that they don't see it when they run again. */
  void forgetInputs(Element element, ElementInstance instance) {
    element.inputs().forEach(input -> scopes.removeLocal(instance.key(), input.target().get(0)));
  }

  /**
   * With mappings only what they make goes outward; without, the whole result does, but for that of
   * a called process whose variables are to stay inside: its call's end listeners see them (camunda
   * 51496). What an instance of a multi-instance makes begins at its own variables, so that its
   * output element stays its own (camunda 23658, 56387).
   */
  void applyOutputs(Element element, ElementInstance instance, JsonValue result) {
    if (element.outputs().isEmpty() && staysInside(element)) {
      scopes.setLocals(instance, result.members());
      return;
    }
    if (element.outputs().isEmpty()) {
      scopes.propagate(instance.key(), withoutCollection(element, instance, result.members()));
      return;
    }
    scopes.setLocals(instance, result.members());
    long target = instance.loopCounter() > 0 ? instance.key() : instance.scopeKey();
    VariableSource there = scopes.visibleFrom(target);
    scopes.propagate(
        target, evaluate(element.outputs(), instance, values -> values.mergedInto(there)));
  }

  private static boolean staysInside(Element element) {
    return element.definition() instanceof Definition.CallActivity call
        && !call.propagateAllChildVariables();
  }

  /**
   * A called process, or a worker that returns all that it got, has the collection of results as it
   * was when it began: what others put into it meanwhile stays (camunda 4860, 11476).
   */
  private Map<String, Object> withoutCollection(
      Element element, ElementInstance instance, Map<String, Object> result) {
    String collection = element.loop() == null ? null : element.loop().outputCollection();
    if (collection == null
        || !result.containsKey(collection)
        || scopes.local(instance.key(), collection).isPresent()) {
      return result;
    }
    Map<String, Object> others = new LinkedHashMap<>(result);
    others.remove(collection);
    return others;
  }

  private Map<String, Object> evaluate(
      List<Mapping> mappings,
      ElementInstance instance,
      Function<MappedValues, Map<String, Object>> written) {
    MappedValues values = new MappedValues(scopes.visibleFrom(instance.key()));
    for (Mapping mapping : mappings) {
      values.put(mapping.target(), evaluator.mapped(mapping.source(), values));
    }
    return written.apply(values);
  }
}
