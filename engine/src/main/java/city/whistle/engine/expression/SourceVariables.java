package city.whistle.engine.expression;

import org.camunda.feel.context.VariableProvider;
import scala.Option;
import scala.collection.immutable.Nil$;

/** The variables of a scope, as FEEL sees them: looked up by name, never listed. */
record SourceVariables(VariableSource source) implements VariableProvider {

  @Override
  public Option<Object> getVariable(String name) {
    Object value = source.get(name);
    return value != null || source.contains(name) ? new scala.Some<>(value) : Option.empty();
  }

  @Override
  @SuppressWarnings("unchecked")
  public scala.collection.Iterable<String> keys() {
    return (scala.collection.Iterable<String>) (scala.collection.Iterable<?>) Nil$.MODULE$;
  }
}
