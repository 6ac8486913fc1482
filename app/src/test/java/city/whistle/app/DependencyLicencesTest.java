package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every library that the program or its tests load is under a licence that the city may use. */
class DependencyLicencesTest {

  /**
   * Names and addresses by which projects tell of Apache, MIT, BSD, EPL, EDL, MPL, PostgreSQL and
   * CC0. Bouncy Castle's licence has the words of MIT, 0BSD has fewer than BSD.
   */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "apache|bouncy castle|\\b0bsd\\b|\\bmit\\b|\\bbsd\\b|bsd-|eclipse public|\\bepl\\b|epl-|eclipse distribution|\\bedl\\b|edl-"
              + "|mozilla public|\\bmpl\\b|mpl-|postgresql|public domain|\\bcc0\\b|mit-0|unlicense|go license",
          Pattern.CASE_INSENSITIVE);

  private static final int PARENTS_MAX = 10;

  @Test
  void areAllowed() throws Exception {
    TreeMap<String, List<String>> others = new TreeMap<>();
    List<Path> libraries = libraries();
    for (Path library : libraries) {
      List<String> licences = licences(pomOf(library));
      if (licences.stream().noneMatch(licence -> ALLOWED.matcher(licence).find())) {
        others.put(library.getFileName().toString(), licences);
      }
    }
    assertThat(libraries).hasSizeGreaterThan(50);
    assertThat(others).isEmpty();
  }

  /** Those from Maven's repository; the modules of this project are none. */
  private static List<Path> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> Files.exists(pomOf(path)))
        .filter(path -> !path.getFileName().toString().contains("SNAPSHOT"))
        .toList();
  }

  /** Beside the library, with its name but for a classifier. */
  private static Path pomOf(Path library) {
    Path version = library.toAbsolutePath().getParent();
    String artifact = version.getParent() == null ? "" : fileName(version.getParent());
    return version.resolve(artifact + "-" + fileName(version) + ".pom");
  }

  private static String fileName(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /** Of the project, or of the nearest parent that tells one. */
  private static List<String> licences(Path pom) throws Exception {
    Path at = pom;
    for (int i = 0; i < PARENTS_MAX && Files.exists(at); i++) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element project = factory.newDocumentBuilder().parse(at.toFile()).getDocumentElement();
      List<String> told = told(project);
      if (!told.isEmpty()) {
        return told;
      }
      Optional<Path> parent = parent(project, at);
      if (parent.isEmpty()) {
        return List.of();
      }
      at = parent.get();
    }
    return List.of();
  }

  private static List<String> told(Element project) {
    List<String> told = new ArrayList<>();
    child(project, "licenses")
        .ifPresent(
            all -> {
              NodeList each = all.getElementsByTagName("license");
              for (int i = 0; i < each.getLength(); i++) {
                told.add(each.item(i).getTextContent().strip().replaceAll("\\s+", " "));
              }
            });
    return told;
  }

  private static Optional<Path> parent(Element project, Path pom) {
    return child(project, "parent")
        .map(
            parent -> {
              String group = text(parent, "groupId");
              String artifact = text(parent, "artifactId");
              String version = text(parent, "version");
              return repository(project, pom)
                  .resolve(group.replace('.', '/'))
                  .resolve(artifact)
                  .resolve(version)
                  .resolve(artifact + "-" + version + ".pom");
            });
  }

  /** Above the pom's version, artifact and each name of its group. */
  private static Path repository(Element project, Path pom) {
    String own = text(project, "groupId");
    String group =
        own.isEmpty()
            ? child(project, "parent").map(parent -> text(parent, "groupId")).orElse("")
            : own;
    Path at = pom.getParent().getParent().getParent();
    for (int i = 0; i < group.split("\\.").length; i++) {
      at = at.getParent();
    }
    return at;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(Element::getTextContent).map(String::strip).orElse("");
  }

  private static Optional<Element> child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }
}
