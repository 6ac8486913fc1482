package city.whistle.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * Reads {@code whistle.properties} as editors write it, in UTF-8: Spring Boot takes each byte for a
 * letter, and a name in Chinese would be shown as signs. A file that is no UTF-8 is left to it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsInUtf8 implements PropertySourceLoader {

  private static final int ASCII_END = 128;

  private final PropertiesPropertySourceLoader loader = new PropertiesPropertySourceLoader();

  @Override
  public String[] getFileExtensions() {
    return new String[] {"properties"};
  }

  @Override
  public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
    return loader.load(name, escaped(resource));
  }

  private static Resource escaped(Resource resource) throws IOException {
    byte[] bytes = resource.getContentAsByteArray();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      StringBuilder ascii = new StringBuilder();
      text.chars().forEach(c -> ascii.append(c < ASCII_END ? (char) c : "\\u%04x".formatted(c)));
      return new ByteArrayResource(
          ascii.toString().getBytes(StandardCharsets.US_ASCII), resource.getDescription());
    } catch (CharacterCodingException noUtf8) {
      return resource;
    }
  }
}
