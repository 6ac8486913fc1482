package city.whistle.engine.expression;

import java.util.Map;
import org.camunda.feel.context.VariableProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** The members of a JSON object, as FEEL sees them. */
record MapVariables(Map<?, ?> members) implements VariableProvider {

  @Override
  public Option<Object> getVariable(String name) {
    Object value = members.get(name);
    return value != null || members.containsKey(name) ? new scala.Some<>(value) : Option.empty();
  }

  @Override
  @SuppressWarnings("unchecked")
  public scala.collection.Iterable<String> keys() {
    return CollectionConverters.asScala(((Map<String, ?>) members).keySet());
  }
}
