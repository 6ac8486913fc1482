package city.whistle.engine.expression;

import java.util.Map;
import org.camunda.feel.context.VariableProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Members some of which are FEEL values, so that they are JSON only once they are turned into it.
 */
record TypedVariables(Map<String, Object> members) implements VariableProvider {

  @Override
  public Option<Object> getVariable(String name) {
    Object value = members.get(name);
    return value != null || members.containsKey(name) ? new scala.Some<>(value) : Option.empty();
  }

  @Override
  public scala.collection.Iterable<String> keys() {
    return CollectionConverters.asScala(members.keySet());
  }
}
