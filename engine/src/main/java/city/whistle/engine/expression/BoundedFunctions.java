package city.whistle.engine.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** FEEL's functions; what a call costs is counted before it is made. */
final class BoundedFunctions implements FunctionProvider {

  /** They compare every item with every other. */
  private static final Set<String> QUADRATIC =
      Set.of("distinct values", "duplicate values", "union");

  private static final Set<String> REGEX = Set.of("matches", "replace", "split", "extract");

  /** Their last argument says how many digits to write. */
  private static final Set<String> ROUNDING =
      Set.of(
          "decimal",
          "floor",
          "ceiling",
          "round up",
          "round down",
          "round half up",
          "round half down");

  private static final int MAX_DIGITS = 6_176;
  private static final int CHARACTERS = 16;
  private static final int COMPARISONS = 2;

  private final Iterable<String> names;
  private final Map<String, scala.collection.immutable.List<ValFunction>> functions =
      new HashMap<>();

  BoundedFunctions(FunctionProvider unbounded) {
    this.names = unbounded.functionNames();
    CollectionConverters.asJava(names)
        .forEach(name -> functions.put(name, bounded(name, unbounded.getFunctions(name))));
  }

  @Override
  public scala.collection.immutable.List<ValFunction> getFunctions(String name) {
    return functions.getOrDefault(name, scala.collection.immutable.List$.MODULE$.empty());
  }

  @Override
  public Iterable<String> functionNames() {
    return names;
  }

  private static scala.collection.immutable.List<ValFunction> bounded(
      String name, scala.collection.immutable.List<ValFunction> functions) {
    List<ValFunction> bounded =
        CollectionConverters.asJava(functions).stream().map(f -> bounded(name, f)).toList();
    return CollectionConverters.asScala(bounded).toList();
  }

  private static ValFunction bounded(String name, ValFunction function) {
    return new ValFunction(
        function.params(),
        arguments -> {
          check(name, CollectionConverters.asJava(arguments), Effort.current());
          return function.invoke().apply(arguments);
        },
        function.hasVarArgs());
  }

  private static void check(String name, List<Val> arguments, Effort effort) {
    long items = arguments.stream().mapToLong(BoundedFunctions::items).sum();
    effort.spend(QUADRATIC.contains(name) ? items * items / COMPARISONS : items);
    if (REGEX.contains(name)) {
      checkRegex(name, arguments, effort);
    } else if (ROUNDING.contains(name)) {
      checkDigits(arguments, effort);
    } else if (name.equals("string join")) {
      checkJoin(arguments, effort);
    } else if (name.equals("string")) {
      arguments.forEach(argument -> Results.check(new FeelValues().unpackVal(argument), effort));
    }
  }

  /** A function of any number of arguments gets them as one list. */
  private static long items(Val argument) {
    if (argument instanceof ValString text) {
      return text.value().length() / CHARACTERS;
    }
    if (!(argument instanceof ValList list)) {
      return 0;
    }
    long items = list.itemsAsSeq().length();
    for (Val item : CollectionConverters.asJava(list.itemsAsSeq())) {
      items += item instanceof ValList inner ? inner.itemsAsSeq().length() : 0;
    }
    return items;
  }

  private static void checkDigits(List<Val> arguments, Effort effort) {
    if (arguments.size() > 1
        && arguments.get(arguments.size() - 1) instanceof ValNumber digits
        && Math.abs(digits.value().doubleValue()) > MAX_DIGITS) {
      throw effort.tooLarge();
    }
  }

  private static void checkJoin(List<Val> arguments, Effort effort) {
    if (arguments.size() > 1
        && arguments.get(0) instanceof ValList list
        && arguments.get(1) instanceof ValString delimiter) {
      double length = delimiter.value().length();
      Weight.checkText(length * list.itemsAsSeq().length(), effort);
    }
  }

  /**
   * Looks for the pattern once more, in a text that counts how often it is looked at: there are
   * patterns that go back over a text for as long as one lives.
   */
  private static void checkRegex(String name, List<Val> arguments, Effort effort) {
    if (arguments.size() < 2
        || !(arguments.get(0) instanceof ValString text)
        || !(arguments.get(1) instanceof ValString pattern)) {
      return;
    }
    try {
      Matcher matcher = compile(name, pattern.value(), arguments).matcher(counted(text, effort));
      long found = 0;
      while (matcher.find() && !name.equals("matches")) {
        found++;
      }
      if (name.equals("replace") && arguments.get(2) instanceof ValString replacement) {
        Weight.checkText((double) found * replacement.value().length(), effort);
      }
    } catch (PatternSyntaxException e) {
      // The function itself says so.
    }
  }

  private static CharSequence counted(ValString text, Effort effort) {
    return new CountedText(text.value(), effort);
  }

  private static Pattern compile(String name, String pattern, List<Val> arguments) {
    int place = name.equals("replace") ? 3 : 2;
    return arguments.size() > place && arguments.get(place) instanceof ValString flags
        ? Pattern.compile(pattern, flags(flags.value()))
        : Pattern.compile(pattern);
  }

  private static int flags(String letters) {
    int flags = letters.contains("s") ? Pattern.DOTALL : 0;
    flags |= letters.contains("m") ? Pattern.MULTILINE : 0;
    flags |= letters.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    return flags | (letters.contains("x") ? Pattern.COMMENTS : 0);
  }

  /** A text that counts how often its characters are looked at. */
  private record CountedText(String text, Effort effort) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      effort.spend(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
