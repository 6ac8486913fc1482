package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import city.whistle.app.Options.Mode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotlineGuideTest {

  private static final Path ENGLISH = Path.of("../docs/guides/hotline.md");
  private static final Path CHINESE = Path.of("../docs/guides/hotline.zh-CN.md");
  private static final Pattern CODE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir Path directory;

  @Test
  void showsCommandsThatAnswerAsItSays() {
    Options options =
        Options.DEFAULTS
            .withMode(Mode.UP)
            .withData(Directories.open(directory))
            .withApiPort(0)
            .withRestPort(0)
            .withGrpcPort(0)
            .withManagementPort(0);
    try (Installation installation = new Installation(options, DataDirectory.open(directory))) {
      Addresses addresses = installation.start();
      Map<String, String> variables =
          Map.of(
              "WHISTLE", addresses.api().orElseThrow().toString(),
              "KEY", addresses.apiKey().orElseThrow());
      List<GuideScript.Step> steps = GuideScript.run(ENGLISH, directory, variables);
      assertThat(steps).hasSizeGreaterThan(8);
      assertThat(steps).allSatisfy(HotlineGuideTest::answersAsShown);
    }
  }

  @Test
  void showsTheSameCommandsInBothLanguages() throws IOException {
    assertThat(commands(CHINESE)).isEqualTo(commands(ENGLISH));
  }

  private static List<String> commands(Path guide) throws IOException {
    return CODE.matcher(Files.readString(guide)).results().map(found -> found.group(1)).toList();
  }

  private static void answersAsShown(GuideScript.Step step) {
    if (step.json()) {
      assertThat(fields(json(step.answered())))
          .as("answer of %s: %s", step.commands(), step.answered())
          .isEqualTo(fields(json(step.shown())));
    } else if (step.shown() != null) {
      assertThat(step.answered()).as(step.commands()).isEqualTo(step.shown());
    } else {
      assertThat(lines(step))
          .as(step.commands())
          .isNotEmpty()
          .noneMatch(line -> line.has("status") && line.has("detail"));
    }
  }

  /** The answers of commands for which the guide shows none: JSON each, and no problem. */
  private static List<JsonNode> lines(GuideScript.Step step) {
    try (var values =
        new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(step.answered())) {
      return values.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(step.commands() + step.answered(), e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      return fail("no JSON: " + text, e);
    }
  }

  private static Set<String> fields(JsonNode object) {
    Set<String> names = new TreeSet<>();
    Stream.of(object).forEach(node -> node.fieldNames().forEachRemaining(names::add));
    return names;
  }
}
