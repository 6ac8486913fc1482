package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class BillOfMaterialsIT {

  private static final String LIBRARIES = "BOOT-INF/lib/";

  @Test
  void namesEveryLibraryInTheJar() throws IOException {
    try (ZipFile jar = new ZipFile(Packaged.jar().toFile())) {
      List<String> libraries = libraries(jar);
      assertThat(libraries).hasSizeGreaterThan(50);
      assertThat(components(jar)).containsAll(libraries);
    }
  }

  private static List<String> libraries(ZipFile jar) {
    return jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
        .filter(name -> !name.contains("spring-boot-jarmode"))
        .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
        .toList();
  }

  /** Named as their files are. */
  private static List<String> components(ZipFile jar) throws IOException {
    JsonNode bill =
        new ObjectMapper()
            .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
    return StreamSupport.stream(bill.path("components").spliterator(), false)
        .map(
            component ->
                "%s-%s"
                        .formatted(
                            component.path("name").asText(), component.path("version").asText())
                    + classifier(component))
        .toList();
  }

  /** Stands in the package's URL: ...?classifier=linux-x86_64&type=jar */
  private static String classifier(JsonNode component) {
    String url = component.path("purl").asText();
    int at = url.indexOf("classifier=");
    return at < 0 ? "" : "-" + url.substring(at + "classifier=".length()).split("&")[0];
  }
}
