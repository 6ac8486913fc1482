package city.whistle.engine.expression;

import java.util.ArrayList;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;
import scala.Tuple2;
import scala.collection.immutable.List;
import scala.jdk.javaapi.CollectionConverters;

/**
 * FEEL's own interpreter, which counts every expression that it evaluates, and looks at the size of
 * a list before it makes it.
 */
final class BoundedInterpreter extends FeelInterpreter {

  private static final int STEP = 10;

  /** What an iteration costs before anything is evaluated in it. */
  private static final int ITERATION = 20;

  /** Beyond any number that has a meaning; spelt out it would fill the memory. */
  private static final int MAX_SCALE = 10_000;

  BoundedInterpreter(ValueMapper valueMapper) {
    super(valueMapper);
  }

  @Override
  public Val eval(Exp expression, EvalContext context) {
    Effort effort = Effort.current();
    effort.spend(STEP);
    if (expression instanceof IterationContext range) {
      checkRange(range, context, effort);
    }
    Val result =
        expression instanceof Given given
            ? given.value
            : super.eval(bounded(expression, context, effort), context);
    checkResult(expression, result, effort);
    return result;
  }

  private void checkRange(IterationContext range, EvalContext context, Effort effort) {
    if (eval(range.start(), context) instanceof ValNumber start
        && eval(range.end(), context) instanceof ValNumber end) {
      double length = Math.abs(end.value().doubleValue() - start.value().doubleValue());
      if (!(length < Effort.MAX_WEIGHT)) {
        throw effort.tooLarge();
      }
      effort.spend((long) length);
    }
  }

  /** A loop whose lists are given, and have no more combinations than it may have rounds. */
  private Exp bounded(Exp expression, EvalContext context, Effort effort) {
    if (expression instanceof For loop) {
      return new For(given(loop.iterators(), context, effort), loop.exp());
    } else if (expression instanceof SomeItem loop) {
      return new SomeItem(given(loop.iterators(), context, effort), loop.condition());
    } else if (expression instanceof EveryItem loop) {
      return new EveryItem(given(loop.iterators(), context, effort), loop.condition());
    }
    return expression;
  }

  private List<Tuple2<String, Exp>> given(
      List<Tuple2<String, Exp>> iterators, EvalContext context, Effort effort) {
    double combinations = 1;
    java.util.List<Tuple2<String, Exp>> given = new ArrayList<>();
    for (Tuple2<String, Exp> iterator : CollectionConverters.asJava(iterators)) {
      Val list = eval(iterator._2(), context);
      combinations *= list instanceof ValList items ? items.itemsAsSeq().length() : 1;
      given.add(new Tuple2<>(iterator._1(), new Given(list)));
    }
    if (combinations > Effort.MAX_ROUNDS) {
      throw effort.tooManyRounds();
    }
    effort.spend((long) combinations * ITERATION * given.size());
    return CollectionConverters.asScala(given).toList();
  }

  /** A value that is there already. */
  private record Given(Val value) implements Exp {}

  private static void checkResult(Exp expression, Val result, Effort effort) {
    if (result instanceof ValNumber number) {
      if (Math.abs(number.value().scale()) > MAX_SCALE) {
        throw effort.tooLarge();
      }
    } else if (result instanceof ValString || makesValues(expression)) {
      Weight.check(result, effort);
    } else if (result instanceof ValList list) {
      effort.spend(list.itemsAsSeq().length() / STEP);
    }
  }

  private static boolean makesValues(Exp expression) {
    return expression instanceof ConstList
        || expression instanceof ConstContext
        || expression instanceof For
        || expression instanceof Addition
        || expression instanceof FunctionInvocation
        || expression instanceof QualifiedFunctionInvocation;
  }
}
