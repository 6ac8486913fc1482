package city.whistle.app.day;

import city.whistle.app.day.DayResult.Books;
import city.whistle.app.day.Story.Answer;
import city.whistle.app.example.CaseApi;
import city.whistle.app.example.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lays the player's book, the registry's, the engine's and the assessment's beside each other. */
final class Comparison {

  private static final String CASE = "case:";
  private static final String DIFFERENCES = "/api/differences";
  private static final Patience PATIENCE = new Patience(Duration.ofMinutes(5));
  private static final int LIMIT = 100;

  private final Ledger ledger;
  private final Engine engine;
  private final Staff staff;
  private final CaseApi api;
  private final Months months;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Long> statuses = new TreeMap<>();
  private final Map<String, Long> levels = new TreeMap<>();
  private final Map<String, String> registered = new HashMap<>();
  private long redone;

  Comparison(Ledger ledger, Engine engine, Staff staff, CaseApi api, Months months) {
    this.ledger = ledger;
    this.engine = engine;
    this.staff = staff;
    this.api = api;
    this.months = months;
  }

  /**
   * @param since from when on the program may look whether registry and engine agree; what it found
   *     before doesn't count, and some minutes must have passed since
   */
  Books books(Instant since) {
    ledger.refusals().forEach(refused -> note(refused.subject(), refused.why()));
    registry();
    Engine.OF_A_DAY.forEach(this::ended);
    Engine.OF_MONTHS.forEach(this::ended);
    engineAndRegistry();
    found(since);
    Sums all = new MonthFigures(ledger, api, differences).compare(months);
    new MoreBooks(ledger, api, differences).compare();
    return new Books(statuses, levels, redone, all, List.copyOf(differences));
  }

  private void registry() {
    String cursor = null;
    do {
      String after = cursor == null ? "" : "&cursor=" + cursor;
      JsonNode page = api.read("/api/cases?limit=%d%s".formatted(LIMIT, after));
      page.path("items").forEach(this::registered);
      cursor = page.path("cursor").asText(null);
    } while (cursor != null);
    for (Story story : ledger.stories()) {
      if (story.number() == null || !registered.containsKey(story.number())) {
        note("caller " + story.caller().index(), "the registry has no case of this caller");
      }
    }
  }

  private void registered(JsonNode file) {
    String number = file.path("number").asText();
    String status = file.path("status").asText();
    registered.put(number, status);
    statuses.merge(status, 1L, Long::sum);
    if (file.path("level").isTextual()) {
      levels.merge(file.path("level").textValue(), 1L, Long::sum);
    }
    redone += file.path("round").asInt() > 1 ? 1 : 0;
    ledger
        .about(CASE + number)
        .ifPresentOrElse(story -> compare(story, file, status), () -> foundByPatrol(number, file));
  }

  private void compare(Story story, JsonNode file, String status) {
    String number = story.number();
    if (!status.equals(story.status())) {
      note(number, "it should be %s, and is %s".formatted(story.status(), status));
    } else if (status.equals("closed")) {
      String said = story.last().map(Comparison::text).orElse("no answer");
      String kept = text(file.path("answer"));
      if (!said.equals(kept)) {
        note(number, "the resident said %s, the registry has %s".formatted(said, kept));
      }
    }
  }

  private void foundByPatrol(String number, JsonNode file) {
    String status = file.path("status").asText();
    if (!file.path("channel").asText().equals("patrol")) {
      note(number, "nobody opened this case");
    } else if (!status.equals("closed")) {
      note(number, "a patrol's case is " + status);
    }
  }

  private static String text(Answer answer) {
    return "contacted=%s settled=%s satisfied=%s"
        .formatted(answer.contacted(), answer.settled(), answer.satisfied());
  }

  private static String text(JsonNode answer) {
    return answer.path("answered").asBoolean()
        ? "contacted=%s settled=%s satisfied=%s"
            .formatted(
                answer.path("contacted").asText(),
                answer.path("settled").asText(),
                answer.path("satisfied").asText())
        : "no answer";
  }

  /** Every process of the day has come to its end. */
  private void ended(String process) {
    if (engine.count(process, ProcessInstanceState.ACTIVE) == 0) {
      return;
    }
    Map<String, List<String>> open = staff.open();
    engine.each(
        process,
        instance -> {
          if (instance.state() == ProcessInstanceState.ACTIVE) {
            String tag = instance.tag().orElse(process + " " + instance.key());
            note(tag, "has not ended; open tasks: " + at(open, tag));
          }
        });
  }

  private static List<String> at(Map<String, List<String>> open, String subject) {
    return open.entrySet().stream()
        .filter(element -> element.getValue().contains(subject))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** One process a case, and one case a process. */
  private void engineAndRegistry() {
    Map<String, Long> processes = new HashMap<>();
    engine.each(
        "complaint-case",
        instance ->
            processes.merge(
                instance.tag().orElse("process " + instance.key()).replace(CASE, ""),
                1L,
                Long::sum));
    registered
        .keySet()
        .forEach(
            number -> {
              Long count = processes.remove(number);
              if (count == null || count != 1) {
                note(number, "the engine has %s processes of it".formatted(count));
              }
            });
    processes.keySet().forEach(other -> note(other, "the registry has no case of it"));
    long incidents = engine.incidents();
    if (incidents > 0) {
      note("engine", incidents + " incidents");
    }
  }

  /** What the program itself finds between registry and engine; it says when it looked. */
  private void found(Instant since) {
    api.ask(DIFFERENCES);
    JsonNode page =
        PATIENCE.await(
            "the comparison of registry and engine",
            () -> Optional.of(api.read(DIFFERENCES)).filter(p -> isComparedSince(p, since)));
    for (JsonNode one : page.path("items")) {
      note(
          one.path("number").asText(one.path("id").asText()),
          "%s, %s".formatted(one.path("kind").asText(), one.path("cause").asText()));
    }
  }

  private static boolean isComparedSince(JsonNode page, Instant since) {
    JsonNode at = page.path("comparedAt");
    return at.isTextual() && !OffsetDateTime.parse(at.textValue()).toInstant().isBefore(since);
  }

  private void note(String subject, String what) {
    differences.add(new Difference(subject, what));
  }
}
