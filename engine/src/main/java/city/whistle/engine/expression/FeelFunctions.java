package city.whistle.engine.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;

/** The functions that Camunda adds to FEEL: cycle and fromAi. */
final class FeelFunctions extends JavaFunctionProvider {

  private static final List<String> FROM_AI =
      List.of("value", "description", "type", "schema", "options");

  private static final Map<String, List<JavaFunction>> FUNCTIONS =
      Map.of(
          "cycle",
          List.of(
              new JavaFunction(List.of("interval"), args -> cycle(ValNull$.MODULE$, args.get(0))),
              new JavaFunction(
                  List.of("repetitions", "interval"), args -> cycle(args.get(0), args.get(1)))),
          "fromAi",
          List.of(fromAi(1), fromAi(2), fromAi(3), fromAi(4), fromAi(5)));

  private static JavaFunction fromAi(int parameters) {
    return new JavaFunction(FROM_AI.subList(0, parameters), args -> args.get(0));
  }

  private static Val cycle(Val repetitions, Val interval) {
    if (!(interval instanceof ValDayTimeDuration) && !(interval instanceof ValYearMonthDuration)) {
      return new ValError("cycle expected a duration as interval, but got '" + interval + "'");
    }
    if (repetitions == ValNull$.MODULE$) {
      return new ValString("R/" + interval);
    }
    if (repetitions instanceof ValNumber number && number.value().isValidInt()) {
      return new ValString("R" + number.value().intValue() + "/" + interval);
    }
    return new ValError(
        "cycle expected a whole number or null as repetitions, but got '" + repetitions + "'");
  }

  @Override
  public List<JavaFunction> resolveFunctions(String functionName) {
    return FUNCTIONS.getOrDefault(functionName, List.of());
  }

  @Override
  public Optional<JavaFunction> resolveFunction(String functionName) {
    return resolveFunctions(functionName).stream().findFirst();
  }

  @Override
  public Collection<String> getFunctionNames() {
    return FUNCTIONS.keySet();
  }
}
