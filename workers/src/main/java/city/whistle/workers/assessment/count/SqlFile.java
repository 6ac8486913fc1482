package city.whistle.workers.assessment.count;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The SQL of figures, {@code assessment/*.sql} among the resources. */
public final class SqlFile {

  private SqlFile() {}

  public static String read(String name) {
    try (InputStream in = new ClassPathResource("assessment/" + name).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("assessment/" + name + " can't be read", e);
    }
  }
}
