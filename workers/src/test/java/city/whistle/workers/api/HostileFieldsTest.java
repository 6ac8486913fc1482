package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Every field and every parameter of every call that is described, with what nobody would send. */
@RegistryTest
class HostileFieldsTest {

  private static final String NUL = "a\u0000b";

  private static final List<String> TEXTS =
      List.of(
          "\"a\\u0000b\"",
          "\"a\\ud800b\"",
          "\"\\u200b\\u2060\\ufeff\"",
          "\"2026-03-28T09:30:00+18:00\"",
          "\"-4800-01-01T00:00:00Z\"",
          "\"+999999999-01-01T00:00:00Z\"",
          "\"" + "长".repeat(20_000) + "\"",
          "1e308",
          "-1",
          "123456789012345678901234567890",
          "true",
          "null",
          "[]",
          "{}",
          "[[{}]]");

  private static final List<String> PARAMETERS =
      List.of(
          NUL,
          "a\ud800b",
          "",
          "-1",
          "99999999999",
          "2026-03-28T09:30:00+18:00",
          "-4800-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "9999-12",
          "MC8x",
          "OTIyMzM3MjAzNjg1NDc3NTgwNy9hYWE",
          "../../etc/passwd",
          "%",
          "' or 1=1 --",
          "𠮷".repeat(3_000));

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;
  @Autowired private Description description;
  @Autowired private ObjectMapper json;

  private String number;

  /** What is opened here belongs to a day of its own. */
  @BeforeEach
  @AfterEach
  void passADay() {
    clock.add(Duration.ofDays(1));
  }

  @BeforeEach
  void openACase() {
    number = registry.dispatched().number();
  }

  @Test
  void answersNoFieldWithAMistakeOfItsOwn() throws Exception {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Call call : calls()) {
      for (JsonNode example : call.changesModels() ? List.<JsonNode>of() : call.bodies()) {
        List<String> places = new ArrayList<>();
        collect(example, "", places);
        for (String place : places) {
          for (String text : TEXTS) {
            int status = send(call, call.path(number), changed(example, place, text)).getStatus();
            tried++;
            if (status >= 500) {
              wrong.add(call + " " + place + " = " + shortened(text) + ": " + status);
            }
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(500);
    assertThat(wrong).isEmpty();
  }

  @Test
  void namesEachFieldThatHoldsWhatCanNotBeKept() throws Exception {
    List<String> unnamed = new ArrayList<>();
    for (Call call : calls()) {
      for (JsonNode example : call.bodies()) {
        List<String> places = new ArrayList<>();
        collect(example, "", places);
        for (String place : places) {
          if (!example.at(place).isTextual()) {
            continue;
          }
          MockHttpServletResponse answer =
              send(call, call.path(number), changed(example, place, "\"a\\u0000b\""));
          String field = place.substring(1).replaceAll("/\\d+.*", "").replace('/', '.');
          boolean refused =
              answer.getStatus() == 404 // there is nothing that it could be about
                  || answer.getStatus() >= 400
                      && answer.getContentAsString(StandardCharsets.UTF_8).contains(field);
          if (!refused) {
            unnamed.add(call + " " + place + ": " + answer.getStatus());
          }
        }
      }
    }
    assertThat(unnamed).isEmpty();
  }

  @Test
  void answersNoParameterWithAMistakeOfItsOwn() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Call call : calls()) {
      for (JsonNode parameter : call.node().path("parameters")) {
        String name = parameter.path("name").asText();
        for (String value : PARAMETERS) {
          String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
          boolean inPath = parameter.path("in").asText().equals("path");
          if (inPath && (value.isEmpty() || value.contains("/"))) {
            continue;
          }
          String path =
              inPath
                  ? call.template().replace("{" + name + "}", encoded).replaceAll("\\{.*?}", number)
                  : call.path(number) + "?" + name + "=" + encoded;
          JsonNode body = call.bodies().isEmpty() ? null : call.bodies().get(0);
          int status = send(call, path, body).getStatus();
          if (status >= 500) {
            wrong.add(call + " " + name + " = " + shortened(value) + ": " + status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void hasNothingWhereTheServerAnswersMistakes() throws Exception {
    assertThat(api.perform(request(HttpMethod.GET, "/error")).andReturn().getResponse().getStatus())
        .isEqualTo(404);
  }

  /** Each place of a value, lists and objects with their members, as JSON pointers. */
  private static void collect(JsonNode node, String at, List<String> places) {
    if (!at.isEmpty()) {
      places.add(at);
    }
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(name -> collect(node.get(name), at + "/" + name, places));
    } else if (node.isArray() && !node.isEmpty()) {
      collect(node.get(0), at + "/0", places);
    }
  }

  private JsonNode changed(JsonNode example, String place, String text) throws Exception {
    JsonNode copy = example.deepCopy();
    if (copy instanceof ObjectNode body && body.has("externalId")) {
      body.put("externalId", UUID.randomUUID().toString());
    }
    int end = place.lastIndexOf('/');
    JsonNode parent = copy.at(place.substring(0, end));
    String last = place.substring(end + 1);
    JsonNode value = json.readTree(text);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
    return copy;
  }

  private MockHttpServletResponse send(Call call, String path, JsonNode body) throws Exception {
    var sent =
        request(HttpMethod.valueOf(call.verb()), URI.create(path))
            .header("X-API-Key", CaseApiTest.KEY);
    if (body != null) {
      sent.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body));
    }
    return api.perform(sent).andReturn().getResponse();
  }

  private static String shortened(String text) {
    return TextNode.valueOf(text.length() > 40 ? text.substring(0, 40) : text).toString();
  }

  /** Calls that are described; not the one that shuts out clients. */
  private List<Call> calls() {
    Map<String, Call> calls = new TreeMap<>();
    BiConsumer<String, Map.Entry<String, JsonNode>> add =
        (path, verb) -> {
          Call call = new Call(verb.getKey().toUpperCase(Locale.ROOT), path, verb.getValue());
          calls.put(call.toString(), call);
        };
    description
        .document()
        .get("paths")
        .properties()
        .forEach(
            path -> path.getValue().properties().forEach(verb -> add.accept(path.getKey(), verb)));
    calls.keySet().removeIf(name -> name.equals("DELETE /api/clients/{id}"));
    return List.copyOf(calls.values());
  }

  private record Call(String verb, String template, JsonNode node) {

    /** With the case's number for whatever the path asks. */
    String path(String number) {
      return template.replaceAll("\\{.*?}", number);
    }

    /** What it takes holds for other tests, too. */
    boolean changesModels() {
      return template.equals("/api/models");
    }

    List<JsonNode> bodies() {
      JsonNode content = node.path("requestBody").path("content").path("application/json");
      List<JsonNode> bodies = new ArrayList<>();
      content.path("examples").forEach(example -> bodies.add(example.get("value")));
      if (content.has("example")) {
        bodies.add(content.get("example"));
      }
      return bodies;
    }

    @Override
    public String toString() {
      return verb + " " + template;
    }
  }
}
