package city.whistle.benchmarks.pages;

import city.whistle.benchmarks.city.Sample;
import city.whistle.benchmarks.program.Calls;
import city.whistle.benchmarks.program.Program;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays one case to each stage at which a city's open cases are, by the program's own APIs. */
final class Player {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final String STREET = "110102009";

  private static final Step SIGN = new Step("SignCase", Map.of());
  private static final Step CONTACT =
      new Step("ContactResident", Map.of("contactResult", "reached"));

  private final Program program;
  private final Calls calls;

  Player(Program program, Calls calls) {
    this.program = program;
    this.calls = calls;
  }

  /** The stages, with what share of the open cases is there: an assumption, no published figure. */
  List<Sample> play() throws IOException {
    List<Sample> samples = new ArrayList<>();
    samples.add(sample("SignCase", 0.05, Duration.ofHours(2)));
    samples.add(sample("ContactResident", 0.1, Duration.ofHours(30), SIGN));
    samples.add(sample("HandleCase", 0.65, Duration.ofDays(16), SIGN, CONTACT));
    samples.add(
        sample(
            "CallResident",
            0.12,
            Duration.ofDays(17),
            SIGN,
            CONTACT,
            new Step("HandleCase", Map.of("outcome", "settled")),
            new Step("ReplyResident", Map.of("reply", Map.of("text", "已修复", "channel", "phone")))));
    samples.add(
        sample(
            "SignSummons",
            0.08,
            Duration.ofDays(16),
            SIGN,
            CONTACT,
            new Step(
                "HandleCase", Map.of("outcome", "whistle", "whistleRequest", whistleRequest())),
            new Step("ApproveWhistle", Map.of("approved", true))));
    return samples;
  }

  private static Map<String, ?> whistleRequest() {
    return Map.of(
        "kind",
        "publicDemand",
        "reason",
        "涉及多家单位",
        "place",
        "路口",
        "units",
        List.of(Sample.CALLED),
        "crossDistrict",
        false);
  }

  private Sample sample(String stage, double share, Duration oldest, Step... steps)
      throws IOException {
    String number = open(stage);
    for (Step step : steps) {
      URI task = engine("user-tasks/" + task(number, step.element()).path("userTaskKey").asText());
      calls.post(URI.create(task + "/completion"), Map.of("variables", step.variables()));
    }
    task(number, stage);
    return new Sample(stage, number, share, oldest);
  }

  private String open(String stage) throws IOException {
    return calls
        .post(
            program.api().resolve("/api/cases"),
            Map.of(
                "externalId",
                "sample-" + stage,
                "channel",
                "phone",
                "kind",
                "complaint",
                "categoryCode",
                "010204",
                "title",
                "样例" + stage,
                "content",
                "样例",
                "place",
                Map.of("districtCode", STREET.substring(0, 6), "streetCode", STREET),
                "resident",
                Map.of("name", "样例", "phone", "13800000000")))
        .path("number")
        .asText();
  }

  private JsonNode task(String number, String element) throws IOException {
    Map<String, ?> wanted =
        Map.of(
            "filter",
            Map.of("elementId", element, "state", "CREATED", "tags", List.of("case:" + number)));
    long begun = System.nanoTime();
    JsonNode found = calls.post(engine("user-tasks/search"), wanted).path("items");
    while (found.isEmpty()) {
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new IllegalStateException(
            "case %s did not come to %s in %s".formatted(number, element, LONGEST));
      }
      pause();
      found = calls.post(engine("user-tasks/search"), wanted).path("items");
    }
    return found.path(0);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private URI engine(String path) {
    return program.engine().resolve("/v2/" + path);
  }

  private record Step(String element, Map<String, ?> variables) {}
}
