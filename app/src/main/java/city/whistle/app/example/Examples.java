package city.whistle.app.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The written examples that come with the program: directory {@code examples} of the project. */
public final class Examples {

  /** The case that the reform is known by. */
  public static final String ARTICLE_CASE = "article-case";

  private static final String FOLDER = "classpath:examples/";
  private static final String ENDING = ".yaml";

  private final PathMatchingResourcePatternResolver files =
      new PathMatchingResourcePatternResolver();

  /** All of them, by name. */
  public List<Example> all() {
    return names().stream().map(name -> find(name).orElseThrow()).toList();
  }

  /** Their names, in the order of the alphabet. */
  public List<String> names() {
    try {
      return Arrays.stream(files.getResources(FOLDER + "*" + ENDING))
          .map(Resource::getFilename)
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The example of that name. */
  public Optional<Example> find(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    try (InputStream file = files.getResource(FOLDER + name + ENDING).getInputStream()) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(ExampleReader.read(name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
