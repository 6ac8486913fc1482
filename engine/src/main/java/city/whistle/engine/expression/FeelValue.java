package city.whistle.engine.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;

/**
 * What an expression gave, still with its FEEL type: as a variable of another expression it stays a
 * duration, a date or a range, which as JSON it no longer is.
 */
public final class FeelValue {

  private static final FeelValues VALUES = new FeelValues();

  private final Val val;

  FeelValue(Val val) {
    this.val = val;
  }

  /** A context with these members, which are JSON-like or FEEL values themselves. */
  public static FeelValue context(Map<String, Object> members) {
    Effort.current().spend(members.size());
    return new FeelValue(new ValContext(new FeelContext(new TypedVariables(members))));
  }

  Val val() {
    return val;
  }

  /**
   * Its form as a variable, see {@link FeelValues#unpackVal}.
   *
   * @throws EvaluationException where it has a number that no variable can hold
   */
  public Object json() {
    return VALUES.json(val);
  }

  /** The members, with their types; empty where this is not a context. */
  public Optional<Map<String, Object>> members() {
    if (!(val instanceof ValContext context)) {
      return Optional.empty();
    }
    var variables = context.context().variableProvider();
    Map<String, Object> members = new LinkedHashMap<>();
    variables
        .keys()
        .foreach(
            name ->
                members.put(
                    name,
                    new FeelValue(
                        VALUES.toVal(variables.getVariable(name).getOrElse(() -> null)))));
    return Optional.of(members);
  }
}
