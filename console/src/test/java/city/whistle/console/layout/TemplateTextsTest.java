package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.account.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every word that is shown comes from a message, and each message is there in both languages. */
class TemplateTextsTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path SOURCES = Path.of("src/main/java");

  /** {@code t.say("key"} with a key that isn't made of parts. */
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([A-Za-z.]+)\"\\s*[,)]");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:Message\\.of|\\.saying|\\.add)\\(\\s*(?:\"[a-zA-Z]+\", )?\"([a-zA-Z]+\\.[A-Za-z.]+)\"");

  @Test
  void knowsTheSameMessagesInBothLanguages() throws IOException {
    assertThat(keys("en")).containsExactlyInAnyOrderElementsOf(keys("zh"));
  }

  @Test
  void hasAMessageForEachKeyThatATemplateOrAClassNames() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String text : Stream.concat(files(TEMPLATES).stream(), files(SOURCES).stream()).toList()) {
      for (Pattern pattern : List.of(SAID, NAMED)) {
        pattern.matcher(text).results().map(found -> found.group(1)).forEach(named::add);
      }
    }
    assertThat(named).contains("signIn.title", "person.role.given", "password.differs");
    assertThat(keys("zh")).containsAll(named);
  }

  @Test
  void hasWordsForWhateverAFormAsksAndOffers() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (Resource form :
        new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
      asked(new ObjectMapper().readTree(form.getInputStream()), "", wanted);
    }
    assertThat(wanted).contains("sent.extensionRequest.days", "outcome.season");
    // words to the resident and of his, which only the vault keeps
    wanted.removeAll(Set.of("sent.reply.text", "sent.comment"));
    assertThat(keys("zh")).containsAll(wanted);
  }

  /** A row is shown as a whole, by the name of its list. */
  private static void asked(JsonNode parent, String prefix, Set<String> wanted) {
    for (JsonNode component : parent.path("components")) {
      String key = prefix + component.path("key").asText(component.path("path").asText());
      boolean rows = component.path("type").asText().equals("dynamiclist");
      boolean shownOnly =
          component.path("readonly").asBoolean() || component.path("disabled").asBoolean();
      if (!key.equals(prefix) && !shownOnly && !component.has("components") || rows) {
        wanted.add("sent." + key);
        component
            .path("values")
            .forEach(value -> wanted.add("outcome." + value.path("value").asText()));
      }
      if (!rows) {
        asked(component, component.has("path") ? key + "." : prefix, wanted);
      }
    }
  }

  @Test
  void hasAWordForEachRole() throws IOException {
    assertThat(keys("zh"))
        .containsAll(Arrays.stream(Role.values()).map(role -> "role." + role.wireName()).toList());
  }

  @Test
  void hasANameForEachTaskOfTheModels() throws IOException {
    Pattern task = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"");
    Set<String> keys = new TreeSet<>();
    for (String model : files(Path.of("../processes"))) {
      task.matcher(model).results().map(found -> "step." + found.group(1)).forEach(keys::add);
    }
    assertThat(keys).contains("step.SignCase");
    assertThat(keys("en")).containsAll(keys);
  }

  @Test
  void hasANameForEachLineThatWorkersWrite() throws IOException {
    Pattern line = Pattern.compile("timeline\\s*\\.append\\([^;]*?\"([A-Z][a-z]+[A-Za-z]*)\"");
    Set<String> keys = new TreeSet<>();
    for (String source : files(Path.of("../workers/src/main/java"))) {
      line.matcher(source).results().map(found -> "step." + found.group(1)).forEach(keys::add);
    }
    assertThat(keys).contains("step.TaskReminded", "step.TaskEnded");
    assertThat(keys("en")).containsAll(keys);
  }

  @Test
  void hasAWordForEachCauseOfSupervision() throws IOException {
    Pattern cause = Pattern.compile("key=\"cause\" value=\"(\\w+)\"");
    Set<String> keys = new TreeSet<>();
    for (String model : files(Path.of("../processes"))) {
      cause.matcher(model).results().map(found -> "outcome." + found.group(1)).forEach(keys::add);
    }
    assertThat(keys).contains("outcome.absence");
    assertThat(keys("en")).containsAll(keys);
  }

  @Test
  void putsNoTextIntoATemplate() throws IOException {
    for (String template : files(TEMPLATES)) {
      String shown = withoutLanguage(template);
      assertThat(shown).as("text of a template").doesNotContainPattern("\\p{L}");
    }
  }

  @Test
  void findsTextInATemplate() {
    assertThat(withoutLanguage("@param Texts t\n<p class=\"a\">Hello ${t.say(\"x\")}</p>"))
        .contains("Hello");
    assertThat(withoutLanguage("<input placeholder=\"Name\" aria-label=\"${t.say(\"x\")}\">"))
        .contains("Name");
  }

  @Test
  void doublesEachApostrophe() throws IOException {
    for (String language : List.of("zh", "en")) {
      properties(language)
          .forEach(
              (key, pattern) ->
                  assertThat(((String) pattern).replace("''", ""))
                      .as("%s", key)
                      .doesNotContain("'"));
    }
  }

  @Test
  void endsAndPartsChineseSentencesByFullWidthMarks() throws IOException {
    properties("zh")
        .forEach(
            (key, pattern) ->
                assertThat((String) pattern)
                    .as("%s", key)
                    .doesNotContainPattern("[\\u4e00-\\u9fff][,;:!?]|[,;!?)][\\u4e00-\\u9fff]"));
  }

  /** What is left when tags, expressions and commands are taken away: what people would read. */
  private static String withoutLanguage(String template) {
    String text = template.replaceAll("(?s)<%--.*?--%>", "");
    text = expressions(text);
    Matcher readable =
        Pattern.compile("\\b(?:placeholder|title|alt|aria-label)=\"([^\"]*)\"").matcher(text);
    String attributes =
        readable.results().map(found -> found.group(1)).collect(Collectors.joining(" "));
    String rest =
        text.replaceAll("(?s)<!doctype[^>]*>|<[^>]*>", " ")
            .replaceAll("(?m)^\\s*(@import|@param).*$", "")
            .replaceAll("@(?:else|endif|endfor|raw|endraw)\\b", "")
            .replaceAll("content = @`|bar = @`|@`|`", "");
    return rest + " " + attributes;
  }

  /** Takes away what stands in {@code ${…}}, {@code !{…}} and in the brackets of commands. */
  private static String expressions(String text) {
    StringBuilder rest = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      Matcher start =
          Pattern.compile("[$!]\\{|@(?:if|elseif|for)\\(|@template\\.[A-Za-z.]+\\(")
              .matcher(text)
              .region(i, text.length());
      if (start.lookingAt()) {
        int end = close(text, start.end());
        String inside = text.substring(start.end(), end);
        // a command's content is shown, too
        Matcher content = Pattern.compile("(?s)@`(.*)`").matcher(inside);
        if (content.find()) {
          rest.append(expressions(content.group(1)));
        }
        i = end + 1;
      } else {
        rest.append(text.charAt(i++));
      }
    }
    return rest.toString();
  }

  private static int close(String text, int from) {
    int depth = 1;
    boolean quoted = false;
    boolean content = false;
    int i = from;
    for (; i < text.length() && depth > 0; i++) {
      char c = text.charAt(i);
      if (c == '`') {
        content = !content;
      } else if (c == '"' && !content) {
        quoted = !quoted;
      } else if (!quoted && !content && (c == '{' || c == '(')) {
        depth++;
      } else if (!quoted && !content && (c == '}' || c == ')')) {
        depth--;
      }
    }
    return i - 1;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(TemplateTextsTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keys(String language) throws IOException {
    return properties(language).stringPropertyNames();
  }

  private static Properties properties(String language) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            TemplateTextsTest.class.getResourceAsStream(
                "/city/whistle/console/messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    }
  }
}
