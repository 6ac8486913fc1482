package city.whistle.engine.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValRange;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;
import scala.collection.immutable.Vector;
import scala.jdk.javaapi.CollectionConverters;
import scala.math.BigDecimal;

/**
 * Turns JSON-like Java values into FEEL values and back. Going in, the members of a map are turned
 * only when FEEL asks for them. Coming out, whole numbers are Long, others Double, and dates, times
 * and durations are text, see {@link TemporalText}.
 */
public final class FeelValues implements ValueMapper {

  @Override
  public Val toVal(Object value) {
    if (value == null) {
      return ValNull$.MODULE$;
    }
    if (value instanceof Val val) {
      return val;
    }
    if (value instanceof FeelValue typed) {
      return typed.val();
    }
    if (value instanceof String text) {
      return new ValString(text);
    }
    if (value instanceof Boolean bool) {
      return new ValBoolean(bool);
    }
    if (value instanceof Number number) {
      return numberToVal(number);
    }
    if (value instanceof Map<?, ?> map) {
      return new ValContext(new FeelContext(new MapVariables(map)));
    }
    if (value instanceof List<?> list) {
      return listToVal(list);
    }
    return ValueMapper.defaultValueMapper().toVal(value);
  }

  private static Val numberToVal(Number number) {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      return new ValNumber(BigDecimal.valueOf(number.longValue()));
    }
    if (number instanceof Double || number instanceof Float) {
      double decimal = number.doubleValue();
      return Double.isFinite(decimal)
          ? new ValNumber(BigDecimal.decimal(decimal))
          : ValNull$.MODULE$;
    }
    if (number instanceof BigInteger integer) {
      return new ValNumber(BigDecimal.javaBigDecimal2bigDecimal(new java.math.BigDecimal(integer)));
    }
    return ValueMapper.defaultValueMapper().toVal(number);
  }

  private Val listToVal(List<?> list) {
    Effort.current().spend(2L * list.size());
    List<Val> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(toVal(item));
    }
    return new ValList(Vector.from(CollectionConverters.asScala(items)));
  }

  /**
   * The value as JSON-like Java value. Functions and ranges have no JSON form: they become null, as
   * in Camunda.
   *
   * @throws IllegalArgumentException where a number is out of the range of a double
   */
  @Override
  public Object unpackVal(Val value) {
    if (value instanceof ValString text) {
      return text.value();
    }
    if (value instanceof ValBoolean bool) {
      return bool.value();
    }
    if (value instanceof ValNumber number) {
      return unpackNumber(number.value());
    }
    if (value instanceof ValContext context) {
      return unpackContext(context.context());
    }
    if (value instanceof ValList list) {
      List<Object> items = new ArrayList<>(list.itemsAsSeq().length());
      list.itemsAsSeq().foreach(item -> items.add(unpackVal(item)));
      return items;
    }
    return hasNoText(value) ? null : TemporalText.of(value);
  }

  private static boolean hasNoText(Val value) {
    return value == ValNull$.MODULE$
        || value instanceof ValError
        || value instanceof ValFatalError
        || value instanceof ValFunction
        || value instanceof ValRange;
  }

  /**
   * @throws EvaluationException where the value has a number that no variable can hold
   */
  Object json(Val value) {
    try {
      return unpackVal(value);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage());
    }
  }

  private static Object unpackNumber(BigDecimal number) {
    if (number.isWhole() && number.isValidLong()) {
      return number.longValue();
    }
    double decimal = number.doubleValue();
    if (!Double.isFinite(decimal)) {
      throw new IllegalArgumentException("number out of the range of a double: " + number);
    }
    return decimal;
  }

  private Object unpackContext(Context context) {
    if (context instanceof FeelContext own && own.variableProvider() instanceof MapVariables map) {
      return map.members();
    }
    VariableProvider variables = context.variableProvider();
    Map<String, Object> members = new LinkedHashMap<>();
    variables
        .keys()
        .foreach(
            name -> {
              Object member = variables.getVariable(name).getOrElse(() -> null);
              return members.put(name, unpackVal(toVal(member)));
            });
    return members;
  }
}
