package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.patrol.Moment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No line of a timeline shows a word of the program's: each code that one can carry has words, and
 * one that nobody thought of is not shown. What people chose in forms is {@link
 * TemplateTextsTest}'s.
 */
class TimelineCodesTest {

  private static final Path WORKERS = Path.of("../workers/src/main");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*)\"");
  private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z]*");
  private static final int WHY = 3;

  @Test
  void hasWordsForEachReasonThatTheProgramWrites() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String source : sources()) {
      codes.addAll(reasons(source));
    }

    assertThat(codes).contains("again", "noRule", "chiefSilent", "nobodyOnCall", "over");
    assertSaid(codes);
  }

  @Test
  void hasWordsForEachGroundForWhichUnitsAsk() throws IOException {
    Set<String> codes = codes("data/assessment.json", "grounds");

    assertThat(codes).contains("heldUpLawfully", "answerWrong");
    assertSaid(codes);
  }

  @Test
  void hasWordsForEachKindOfDisorder() throws IOException {
    Set<String> codes = codes("data/lane-policy.json", "disorders");

    assertThat(codes).contains("illegalBuilding");
    assertSaid(codes);
  }

  @Test
  void hasWordsForEachDecisionAndMoment() {
    assertSaid(Arrays.stream(AskedFor.State.values()).map(AskedFor.State::wireName).toList());
    assertSaid(Arrays.stream(Moment.values()).map(Moment::wireName).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"thoughtOfByNobody", "street:110102009", "citySupervisors"})
  void showsNoCodeThatHasNoWords(String code) {
    for (Texts texts : languages()) {
      assertThat(texts.answer(code)).isNotEqualTo(code).doesNotContain(code);
    }
  }

  @Test
  void showsNoCodeOfAUnitThatIsNotKnown() {
    for (Texts texts : languages()) {
      assertThat(texts.who("street:110102009")).doesNotContain("110102009");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"已电话告知", "ok", "He moved", "McDonald", "at 10:30", "http://x"})
  void leavesWhatPeopleWrote(String words) {
    languages().forEach(texts -> assertThat(texts.answer(words)).isEqualTo(words));
  }

  private static void assertSaid(Iterable<String> codes) {
    for (Texts texts : languages()) {
      Set<String> unsaid = new TreeSet<>();
      codes.forEach(
          code -> {
            String said = texts.outcome(code);
            if (said.equals(code) && !texts.has("outcome." + code)
                || said.equals(texts.say("outcome.unnamed"))) {
              unsaid.add(code);
            }
          });
      assertThat(unsaid).as("codes without words, %s", texts.lang()).isEmpty();
    }
  }

  private static List<Texts> languages() {
    OffsetDateTime now = CityTime.inCity(OffsetDateTime.parse("2026-05-01T00:00:00Z"));
    return Texts.LANGUAGES.stream().map((Locale language) -> new Texts(language, now)).toList();
  }

  /**
   * Codes that a source gives as the reason of a line, itself or by a method or value of its own.
   */
  private static Set<String> reasons(String source) {
    Set<String> codes = new TreeSet<>();
    Matcher append = Pattern.compile("timeline\\s*\\.append\\(").matcher(source);
    while (append.find()) {
      List<String> arguments = arguments(source, append.end());
      if (arguments.size() > WHY) {
        literals(arguments.get(WHY), codes);
        WORD.matcher(arguments.get(WHY)).results().forEach(w -> made(source, w.group(), codes));
      }
    }
    return codes;
  }

  /** What a variable is set to, or a method returns. */
  private static void made(String source, String name, Set<String> codes) {
    String value = "String " + name + " =([^;]*);";
    String method = "String " + name + "\\([^{]*\\{(.*?)\\n  }";
    Pattern.compile(value).matcher(source).results().forEach(v -> literals(v.group(1), codes));
    Pattern.compile(method, Pattern.DOTALL)
        .matcher(source)
        .results()
        .flatMap(m -> Pattern.compile("return ([^;]*);").matcher(m.group(1)).results())
        .forEach(returned -> literals(returned.group(1), codes));
    Pattern.compile("(?:refused|Output)\\((\"[a-zA-Z]+\")")
        .matcher(name.equals("reason") || name.equals("resume") ? source : "")
        .results()
        .forEach(given -> literals(given.group(1), codes));
  }

  /** But for what is compared with, and names of headers. */
  private static void literals(String expression, Set<String> codes) {
    String compared =
        expression.replaceAll(
            "(?:get|getOrDefault|equals)\\(\"[^\"]*\"|\"[^\"]*\"\\s*\\.equals", "");
    LITERAL.matcher(compared).results().forEach(found -> codes.add(found.group(1)));
  }

  private static List<String> arguments(String source, int from) {
    Stream.Builder<String> arguments = Stream.builder();
    int depth = 0;
    int begin = from;
    int at = from;
    for (; depth >= 0; at++) {
      char c = source.charAt(at);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth < 0 || depth == 0 && c == ',') {
        arguments.add(source.substring(begin, at).strip());
        begin = at + 1;
      }
    }
    return arguments.build().toList();
  }

  private static Set<String> codes(String file, String list) throws IOException {
    Set<String> codes = new TreeSet<>();
    JsonNode data = new ObjectMapper().readTree(WORKERS.resolve("resources/" + file).toFile());
    data.findValues(list).forEach(one -> one.forEach(row -> codes.add(row.path("code").asText())));
    return codes;
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> paths = Files.walk(WORKERS.resolve("java"))) {
      List<Path> java = paths.filter(path -> path.toString().endsWith(".java")).toList();
      return java.stream().map(TimelineCodesTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
