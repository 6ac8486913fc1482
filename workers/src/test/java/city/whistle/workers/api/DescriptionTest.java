package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description says what the API does, and its examples are right. */
@RegistryTest
class DescriptionTest {

  /** A path variable that takes a few words only: {@code {wish:urge|supplement}}. */
  private static final Pattern WORDS = Pattern.compile("\\{\\w+:([\\w|]+)}");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private Description description;

  @Test
  void namesTheCallsThatThereAreAndNoOthers() {
    assertThat(described().keySet()).isEqualTo(served().keySet());
  }

  @Test
  void namesForEachCallTheScopeThatItNeeds() {
    Map<String, String> scopes = new TreeMap<>();
    served()
        .forEach(
            (call, method) -> {
              Needs needs = method.getMethodAnnotation(Needs.class);
              scopes.put(call, needs == null ? "" : needs.value().wireName());
            });

    Map<String, String> told = new TreeMap<>();
    described().forEach((call, node) -> told.put(call, node.path("x-scope").asText("")));
    assertThat(told).isEqualTo(scopes);
  }

  /** Each of a list of codes or words means something once. */
  @Test
  void saysThatBodiesNameEachOfAListOnce() {
    List<String> lists = new ArrayList<>();
    described()
        .forEach(
            (call, node) -> {
              String name = node.findPath("requestBody").findPath("$ref").asText();
              JsonNode schema =
                  description.document().at("/components/schemas/" + name.replaceAll(".*/", ""));
              schema
                  .path("properties")
                  .properties()
                  .forEach(
                      field -> {
                        if (field.getValue().at("/items/type").asText().equals("string")) {
                          lists.add(field.getKey() + field.getValue().path("uniqueItems").asText());
                        }
                      });
            });

    assertThat(lists).contains("unitstrue").allMatch(list -> list.endsWith("true"));
  }

  @Test
  void hasExamplesThatFitItsSchemas() {
    Schemas schemas = new Schemas(description.document());
    List<String> problems = new ArrayList<>();
    List<String> looked = new ArrayList<>();
    examples(
        (schema, value) -> {
          looked.add(value.toString());
          schemas.problems(schema, value).forEach(problem -> problems.add(value + ": " + problem));
        });

    assertThat(looked).hasSizeGreaterThan(20);
    assertThat(problems).isEmpty();
  }

  @Test
  void hasAnExampleForEachBodyAndEachAnswer() {
    Set<String> without = new TreeSet<>();
    described()
        .forEach(
            (call, node) ->
                contents(node)
                    .filter(content -> !content.at("/schema/$ref").isMissingNode())
                    .filter(content -> !content.has("example") && !content.has("examples"))
                    .forEach(content -> without.add(call)));

    assertThat(without).isEmpty();
  }

  @Test
  void saysEverythingInChineseToo() {
    List<String> english = new ArrayList<>();
    lackingChinese(description.document(), "", english);

    assertThat(english).isEmpty();
  }

  @Test
  void refersOnlyToWhatIsThere() {
    assertThat(description.document().findValues("$ref"))
        .isNotEmpty()
        .allMatch(ref -> description.document().at(ref.textValue().substring(1)).isObject());
  }

  private static void lackingChinese(JsonNode node, String path, List<String> english) {
    for (String field : List.of("description", "summary")) {
      if (node.path(field).isTextual() && !node.has("x-" + field + "-zh")) {
        english.add(path + "/" + field);
      }
    }
    node.properties()
        .forEach(child -> lackingChinese(child.getValue(), path + "/" + child.getKey(), english));
  }

  private void examples(BiConsumer<JsonNode, JsonNode> each) {
    described()
        .values()
        .forEach(
            call -> {
              contents(call)
                  .forEach(
                      content -> {
                        JsonNode schema = content.get("schema");
                        if (content.has("example")) {
                          each.accept(schema, content.get("example"));
                        }
                        content
                            .path("examples")
                            .forEach(example -> each.accept(schema, example.get("value")));
                      });
              call.path("parameters")
                  .forEach(
                      parameter -> {
                        if (parameter.has("example")) {
                          each.accept(parameter.get("schema"), parameter.get("example"));
                        }
                      });
            });
  }

  private static Stream<JsonNode> contents(JsonNode call) {
    Stream.Builder<JsonNode> contents = Stream.builder();
    call.path("requestBody").path("content").forEach(contents);
    call.path("responses").forEach(answer -> answer.path("content").forEach(contents));
    return contents.build();
  }

  /** By {@code "get /api/cases"}. */
  private Map<String, JsonNode> described() {
    Map<String, JsonNode> calls = new TreeMap<>();
    description
        .document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        call -> calls.put(call.getKey() + " " + path.getKey(), call.getValue())));
    return calls;
  }

  private Map<String, HandlerMethod> served() {
    Map<String, HandlerMethod> calls = new TreeMap<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, method) ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.equals("/api") || path.startsWith("/api/"))
                    .flatMap(DescriptionTest::expanded)
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    verb ->
                                        calls.put(
                                            verb.name().toLowerCase(Locale.ROOT) + " " + path,
                                            method))));
    return calls;
  }

  private static Stream<String> expanded(String path) {
    Matcher words = WORDS.matcher(path);
    return words.find()
        ? Stream.of(words.group(1).split("\\|")).map(word -> path.replace(words.group(), word))
        : Stream.of(path);
  }
}
