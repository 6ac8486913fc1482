package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.example.Ending;
import city.whistle.app.example.Example;
import city.whistle.app.example.ExampleReader;
import city.whistle.app.example.Expected.Whistle;
import city.whistle.app.example.Step;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;

/** Each written example ends as it says, and together they show every way that a case can go. */
@ExtendWith(PlayedExamples.Once.class)
class ExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("../examples");
  private static final int FEWEST = 61;

  private final PlayedExamples played;

  ExamplesTest(PlayedExamples played) {
    this.played = played;
  }

  @TestFactory
  Stream<DynamicTest> endsAsItSays() {
    return played.examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> endsAsItSays(example)));
  }

  private void endsAsItSays(Example example) {
    assertThat(played.failures()).doesNotContainKey(example.name());
    Ending ending = played.endings().get(example.name());
    assertThat(example.expected().differencesTo(ending.state())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> followsTheSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FOLDER.resolve("example.schema.json")));
    return played.examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(), () -> assertThat(errors(schema, example.name())).isEmpty()));
  }

  private static List<Error> errors(Schema schema, String name) throws IOException {
    return schema.validate(ExampleReader.tree(Files.readString(FOLDER.resolve(name + ".yaml"))));
  }

  @Test
  void areAtLeastSixtyBesideTheArticlesCase() {
    assertThat(played.endings()).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  @Test
  void takeEveryRouteOfTheClassification() throws Exception {
    Set<String> routes = new TreeSet<>();
    var entries =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(resource("/processes/intake-classification.dmn"))
            .getElementsByTagName("outputEntry");
    for (int i = 0; i < entries.getLength(); i++) {
      routes.add(((Element) entries.item(i)).getTextContent().strip().replace("\"", ""));
    }
    assertThat(routes).contains("dispatch");
    assertThat(ends(ending -> Stream.ofNullable(ending.state().route()))).isEqualTo(routes);
  }

  @Test
  void decideEveryOutcomeOfHandling() throws IOException {
    Set<String> outcomes =
        played.examples().stream()
            .filter(example -> played.endings().containsKey(example.name()))
            .flatMap(example -> example.steps().stream())
            .filter(step -> step instanceof Step.Task task && task.task().equals("HandleCase"))
            .map(step -> ((Step.Task) step).variables().get("outcome").toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(outcomes).isEqualTo(choices("handle-case", "outcome"));
  }

  @Test
  void blowEveryKindOfWhistle() throws IOException {
    assertThat(ends(ending -> ending.state().whistles().stream().map(Whistle::kind)))
        .isEqualTo(choices("handle-case", "whistleRequest.kind"));
  }

  @Test
  void blowWhistlesAcrossDistrictsAndWithoutACase() {
    assertThat(ends(ending -> ending.state().whistles().stream().map(Whistle::crossDistrict)))
        .contains(true);
    assertThat(ends(ending -> Stream.of(ending.state().status()))).contains("ended");
  }

  @Test
  void settlePatrolsAtOnceAndHaveTheWorkOfOthersJudged() {
    assertThat(
            ends(ending -> Stream.of(ending).filter(this::isPatrol).map(e -> e.state().status())))
        .containsExactly("judged", "settled");
  }

  @Test
  void whistleForABurstAndCallEachCallerBack() {
    assertThat(
            ends(
                ending ->
                    Stream.of(ending)
                        .filter(one -> one.what().equals("Burst"))
                        .map(one -> one.state().status() + " " + one.state().beside())))
        .containsExactly("whistle closed");
  }

  private boolean isPatrol(Ending ending) {
    return ending.what().equals("Patrol");
  }

  @Test
  void leaveCasesOutOfTheFiguresAndKeepThemIn() {
    assertThat(ends(ending -> Stream.ofNullable(ending.state().asked())))
        .containsExactly("granted", "refused");
  }

  @Test
  void coverEveryMatterOfTheReform() throws IOException {
    JsonNode schema = JSON.readTree(FOLDER.resolve("example.schema.json").toFile());
    assertThat(played.examples().stream().map(Example::theme).collect(Collectors.toSet()))
        .isEqualTo(texts(schema.at("/properties/theme/enum")));
  }

  @Test
  void coverEveryTopLevelOfTheCatalogue() throws IOException {
    Set<String> levels =
        stream(JSON.readTree(resource("/data/categories.json")).path("categories"))
            .map(category -> category.path("code").asText())
            .filter(code -> code.length() == 2)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> covered =
        played.examples().stream()
            .map(Example::complaint)
            .filter(Objects::nonNull)
            .map(complaint -> complaint.get("categoryCode"))
            .filter(Objects::nonNull)
            .map(code -> code.toString().substring(0, 2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(covered).isEqualTo(levels);
  }

  @Test
  void standInTheTable() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"), StandardCharsets.UTF_8);
    assertThat(played.examples())
        .allSatisfy(example -> assertThat(readme).contains("(" + example.name() + ".yaml)"));
  }

  private <T extends Comparable<T>> Set<T> ends(Function<Ending, Stream<T>> of) {
    return played.endings().values().stream()
        .flatMap(of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The values that a form's field offers. */
  private static Set<String> choices(String form, String key) throws IOException {
    return stream(JSON.readTree(resource("/forms/" + form + ".form")).path("components"))
        .flatMap(ExamplesTest::withComponents)
        .filter(field -> field.path("key").asText().equals(key))
        .flatMap(field -> stream(field.path("values")))
        .map(choice -> choice.path("value").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> withComponents(JsonNode field) {
    return Stream.concat(
        Stream.of(field), stream(field.path("components")).flatMap(ExamplesTest::withComponents));
  }

  private static Set<String> texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).collect(Collectors.toSet());
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(ExamplesTest.class.getResourceAsStream(path), path);
  }
}
