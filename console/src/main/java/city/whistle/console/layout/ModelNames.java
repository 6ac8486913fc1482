package city.whistle.console.layout;

import city.whistle.workers.model.EnglishName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** English names of the steps of the models that come with the program, from their files. */
final class ModelNames {

  private static final String FILES = "classpath*:processes/*.bpmn";

  private final Map<String, String> byId = new HashMap<>();

  /** Where two models have an element of the same id, the first file's name stands. */
  static ModelNames read() {
    ModelNames names = new ModelNames();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (InputStream in = file.getInputStream()) {
          EnglishName.ofElements(in).forEach(names.byId::putIfAbsent);
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a model that comes with the program is no XML", e);
    }
  }

  Optional<String> english(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
