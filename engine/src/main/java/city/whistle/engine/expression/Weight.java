package city.whistle.engine.expression;

import java.util.IdentityHashMap;
import java.util.Map;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValString;
import scala.collection.Iterator;

/**
 * How large a value of FEEL would be if it were written out. A list may hold the same list many
 * times, so a few steps can make a value that has no end; each part is looked at once all the same.
 */
final class Weight {

  private static final int CHARACTERS = 16;

  private final Effort effort;
  private final Map<Object, Long> known = new IdentityHashMap<>();

  private Weight(Effort effort) {
    this.effort = effort;
  }

  /**
   * @throws Effort.TooMuch where the value is too large or nested too deep
   */
  static void check(Val value, Effort effort) {
    if (value instanceof ValString text) {
      effort.spend(text.value().length() / CHARACTERS);
      checkText(text.value().length(), effort);
    } else if (value instanceof ValList || value instanceof ValContext) {
      new Weight(effort).of(value, 0);
    }
  }

  /**
   * @param characters of a text that is there or would be made
   */
  static void checkText(double characters, Effort effort) {
    if (characters / CHARACTERS > Effort.MAX_WEIGHT) {
      throw effort.tooLarge();
    }
  }

  private long of(Object value, int depth) {
    if (depth > Effort.MAX_DEPTH) {
      throw effort.tooDeep();
    }
    if (value instanceof ValString text) {
      return 1 + text.value().length() / CHARACTERS;
    }
    if (value instanceof ValList list) {
      return ofAll(list.itemsAsSeq(), list.itemsAsSeq().iterator(), depth);
    }
    if (value instanceof ValContext context && !isInput(context.context())) {
      var members = context.context().variableProvider().getVariables();
      return ofAll(context.context(), members.valuesIterator(), depth);
    }
    return 1;
  }

  /** Variables come in as they are and are turned into FEEL's values where they are asked for. */
  private static boolean isInput(Context context) {
    return context instanceof FeelContext;
  }

  private long ofAll(Object container, Iterator<?> items, int depth) {
    Long before = known.get(container);
    if (before != null) {
      return before;
    }
    long sum = 1;
    while (items.hasNext()) {
      effort.spend(1);
      sum += of(items.next(), depth + 1);
      if (sum > Effort.MAX_WEIGHT) {
        throw effort.tooLarge();
      }
    }
    known.put(container, sum);
    return sum;
  }
}
