package city.whistle.engine.loop;

import city.whistle.engine.command.Command;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A command for the log: its type and the keys in it, never its variables. */
final class Described {

  private Described() {}

  static String of(Command<?> command) {
    RecordComponent[] components = command.getClass().getRecordComponents();
    String keys =
        Arrays.stream(components == null ? new RecordComponent[0] : components)
            .filter(c -> c.getType() == long.class && c.getName().endsWith("Key"))
            .map(c -> c.getName() + "=" + value(c, command))
            .collect(Collectors.joining(", "));
    return command.getClass().getSimpleName() + "[" + keys + "]";
  }

  private static Object value(RecordComponent component, Command<?> command) {
    try {
      return component.getAccessor().invoke(command);
    } catch (ReflectiveOperationException e) {
      return "?";
    }
  }
}
