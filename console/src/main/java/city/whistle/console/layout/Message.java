package city.whistle.console.layout;

import java.io.Serializable;
import java.util.List;

/** A sentence by its key, with what it speaks of. */
public record Message(String key, List<String> arguments) implements Serializable {

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments).stream().map(String::valueOf).toList());
  }
}
