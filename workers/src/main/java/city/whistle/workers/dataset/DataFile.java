package city.whistle.workers.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Reads the reference data that come with the program, {@code data/*.json}. */
@Component
class DataFile {

  private final ObjectMapper json;

  DataFile(ObjectMapper json) {
    this.json = json;
  }

  <T> T read(String name, Class<T> type) {
    try (InputStream in = new ClassPathResource("data/" + name).getInputStream()) {
      return json.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("data/" + name + " can't be read", e);
    }
  }
}
