package city.whistle.engine.loop;

import city.whistle.engine.command.Command;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks through a command before it may wait: about how many bytes it holds, and whether all that
 * is in it can be kept. What the database could not store must be refused here, or it would fail a
 * whole group of commands.
 */
final class Entrance {

  /** What JSON in variables may be nested. */
  static final int MAX_DEPTH = 500;

  /** Names, ids and keys are repeated in many rows. */
  static final int MAX_TEXT = 10_000;

  /** Texts that people and programs write at length. */
  private static final Set<String> LONG_TEXTS = Set.of("errorMessage", "deniedReason", "content");

  private static final int OVERHEAD = 16;

  /** So many parts of a place are named at most. */
  private static final int SHOWN = 10;

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private final Deque<String> path = new ArrayDeque<>();
  private long bytes;

  private Entrance() {}

  /**
   * @return about how many bytes the command holds
   * @throws Rejection where something in it can't be kept; names the place, never what is there
   */
  static long check(Command<?> command) {
    Entrance entrance = new Entrance();
    if (command instanceof Record fields) {
      entrance.record(fields);
    }
    return entrance.bytes;
  }

  private void record(Record fields) {
    for (RecordComponent component : COMPONENTS.get(fields.getClass())) {
      if (!component.getType().isPrimitive()) {
        path.addLast(component.getName());
        field(component.getName(), valueOf(component, fields));
        path.removeLast();
      }
    }
  }

  private static Object valueOf(RecordComponent component, Record fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a command's fields can't be read", e);
    }
  }

  private void field(String name, Object value) {
    if (value instanceof JsonValue json) {
      json(json.value(), 0);
    } else if (value instanceof String text) {
      text(text);
      if (text.length() > MAX_TEXT && !LONG_TEXTS.contains(name)) {
        throw refused(
            "has %d characters; at most %d are possible.".formatted(text.length(), MAX_TEXT));
      }
    } else if (value instanceof byte[] content) {
      bytes += content.length;
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> field(name, item));
    } else if (value instanceof Record fields) {
      record(fields);
    }
  }

  private void json(Object value, int depth) {
    bytes += OVERHEAD;
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof Map<?, ?> members) {
      checkDepth(depth);
      members.forEach((name, member) -> member((String) name, member, depth + 1));
    } else if (value instanceof Collection<?> items) {
      checkDepth(depth);
      items.forEach(item -> json(item, depth + 1));
    } else if (value instanceof BigInteger
        || value instanceof Double number && !Double.isFinite(number)) {
      throw refused("has a number that does not fit into 64 bits: send it as a string.");
    }
  }

  private void member(String name, Object value, int depth) {
    text(name);
    path.addLast(name);
    json(value, depth);
    path.removeLast();
  }

  private void checkDepth(int depth) {
    if (depth >= MAX_DEPTH) {
      throw refused("is nested deeper than %d levels: make it flatter.".formatted(MAX_DEPTH));
    }
  }

  private void text(String text) {
    bytes += OVERHEAD + text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw refused("has the character NUL (U+0000), which can't be stored: leave it out.");
      }
      if (Character.isSurrogate(c) && !isPair(text, i++)) {
        throw refused("has half of a surrogate pair, which is no character: leave it out.");
      }
    }
  }

  private static boolean isPair(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  private Rejection refused(String because) {
    String place = path.stream().limit(SHOWN).collect(Collectors.joining("."));
    String shown = place.length() > SHOWN * SHOWN ? place.substring(0, SHOWN * SHOWN) + "…" : place;
    return Rejection.invalid("The value of '" + shown + "' " + because);
  }
}
