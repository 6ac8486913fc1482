package city.whistle.engine.expression;

import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;

/** A FEEL context over variables that are looked up one by one. */
final class FeelContext extends CustomContext {

  private final VariableProvider variables;

  FeelContext(VariableProvider variables) {
    this.variables = variables;
  }

  @Override
  public VariableProvider variableProvider() {
    return variables;
  }
}
