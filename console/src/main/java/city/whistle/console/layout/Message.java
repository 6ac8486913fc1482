package city.whistle.console.layout;

import java.io.Serializable;
import java.util.List;
import java.util.function.BinaryOperator;

/** A sentence by its key, with what it speaks of. */
public record Message(String key, List<String> arguments) implements Serializable {

  /** Marks an argument that is a step, between whose id and name it stands again. */
  private static final String STEP = "\u001f";

  /** A step as an argument: it is called as the reader's language calls it. */
  public static String step(String id, String name) {
    return STEP + id + STEP + name;
  }

  /** The arguments as they are said. */
  Object[] said(BinaryOperator<String> step) {
    return arguments.stream()
        .map(argument -> argument.startsWith(STEP) ? argument.split(STEP, 3) : argument)
        .map(one -> one instanceof String[] parts ? step.apply(parts[1], parts[2]) : one)
        .toArray();
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments).stream().map(String::valueOf).toList());
  }
}
