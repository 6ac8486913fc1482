package city.whistle.engine.query;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.Field;

/** Attributes that hold one of a few words. */
final class Words {

  private Words() {}

  static Attribute attribute(String name, Field<?> column, Enum<?>[] words) {
    return Attribute.of(name, Kind.TEXT, column)
        .oneOf(Arrays.stream(words).map(Enum::name).collect(Collectors.toSet()));
  }
}
