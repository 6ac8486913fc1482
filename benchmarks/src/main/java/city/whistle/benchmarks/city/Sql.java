package city.whistle.benchmarks.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A file of {@code city/*.sql} among the resources. */
final class Sql {

  private Sql() {}

  /**
   * The file's statements as one text.
   *
   * @param values numbers and times to put in the place of {@code :name}; nothing that needs
   *     quoting
   */
  static String read(String file, Map<String, ?> values) {
    String sql = read(file);
    for (Map.Entry<String, ?> value : values.entrySet()) {
      sql = sql.replaceAll(":" + value.getKey() + "\\b", "'" + value.getValue() + "'");
    }
    return sql;
  }

  private static String read(String file) {
    try (InputStream in = Sql.class.getResourceAsStream("/city/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("city/" + file + " can't be read", e);
    }
  }
}
