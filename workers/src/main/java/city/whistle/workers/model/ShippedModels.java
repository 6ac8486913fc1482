package city.whistle.workers.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models, decisions and forms on the class path, {@code processes/} and {@code forms/}. */
@Component
class ShippedModels {

  private static final List<String> PATTERNS =
      List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form");

  List<ModelFile> all() {
    return PATTERNS.stream()
        .flatMap(ShippedModels::resources)
        .map(ShippedModels::read)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private static Stream<Resource> resources(String pattern) {
    try {
      return Arrays.stream(
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
    } catch (IOException e) {
      throw new UncheckedIOException("the class path can't be searched for " + pattern, e);
    }
  }

  private static ModelFile read(Resource resource) {
    try (InputStream in = resource.getInputStream()) {
      return new ModelFile(resource.getFilename(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }
}
