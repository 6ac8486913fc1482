package city.whistle.console.layout;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Style sheets, scripts and pictures; each is named by its content, so that it is kept for ever.
 */
@Component
public class Assets implements WebMvcConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(Assets.class);
  private static final String DIRECTORY = "/city/whistle/console/assets/";

  private final Map<String, String> names;

  Assets(ObjectMapper json) {
    this.names = read(json);
  }

  private static Map<String, String> read(ObjectMapper json) {
    try (InputStream in = Assets.class.getResourceAsStream(DIRECTORY + "manifest.json")) {
      if (in == null) {
        LOG.warn("the pages have no style: './whistle build' builds it");
        return Map.of();
      }
      return json.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:" + DIRECTORY)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  /** What is in the file; empty where the pages were built without it. */
  public Optional<byte[]> read(String name) throws IOException {
    try (InputStream in =
        Assets.class.getResourceAsStream(DIRECTORY + names.getOrDefault(name, name))) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /** The path of {@code page.css} and the like. */
  public String path(String name) {
    return "/assets/" + names.getOrDefault(name, name);
  }
}
