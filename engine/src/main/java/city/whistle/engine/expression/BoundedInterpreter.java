package city.whistle.engine.expression;

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
    } else if (expression instanceof For loop) {
      checkIterations(loop.iterators(), context, effort);
    } else if (expression instanceof SomeItem loop) {
      checkIterations(loop.iterators(), context, effort);
    } else if (expression instanceof EveryItem loop) {
      checkIterations(loop.iterators(), context, effort);
    }
    Val result = super.eval(expression, context);
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
      effort.spend((long) length * ITERATION);
    }
  }

  /** All combinations are made before the first one is looked at. */
  private void checkIterations(
      List<Tuple2<String, Exp>> iterators, EvalContext context, Effort effort) {
    if (iterators.size() < 2) {
      return;
    }
    double combinations = 1;
    for (var rest = iterators; rest.nonEmpty(); rest = tail(rest)) {
      Val list = eval(rest.head()._2(), context);
      combinations *= list instanceof ValList items ? items.itemsAsSeq().length() : 1;
    }
    if (combinations > Effort.MAX_WEIGHT) {
      throw effort.tooLarge();
    }
    effort.spend((long) combinations * ITERATION * iterators.size());
  }

  @SuppressWarnings("unchecked")
  private static List<Tuple2<String, Exp>> tail(List<Tuple2<String, Exp>> list) {
    return (List<Tuple2<String, Exp>>) list.tail();
  }

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
