package city.whistle.engine.expression;

import java.lang.reflect.Field;
import java.util.List;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.EvalContext;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts the interpreter and the functions that count in the place of FEEL's own, and adds Camunda's
 * functions, so that expressions and decisions know the same ones. The library has no setting for
 * it, so its fields are set; a version that has others is noticed at the start.
 */
public final class FeelBounds {

  private FeelBounds() {}

  public static FeelEngineApi applyTo(FeelEngineApi feel) {
    try {
      FeelEngine engine = (FeelEngine) field(FeelEngineApi.class, "engine").get(feel);
      Field rootContext = field(FeelEngine.class, "rootContext");
      EvalContext root = (EvalContext) rootContext.get(engine);
      rootContext.set(
          engine, EvalContext.create(root.valueMapper(), new BoundedFunctions(all(root))));
      field(FeelEngine.class, "interpreter")
          .set(engine, new BoundedInterpreter(engine.valueMapper()));
      return feel;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of FEEL can't be kept within bounds", e);
    }
  }

  private static FunctionProvider all(EvalContext root) {
    List<FunctionProvider> providers = List.of(root.functionProvider(), new FeelFunctions());
    return new FunctionProvider.CompositeFunctionProvider(
        CollectionConverters.asScala(providers).toList());
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
