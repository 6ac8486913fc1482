package city.whistle.app.day;

import city.whistle.app.day.Caller.Wish;
import city.whistle.app.example.CaseApi;
import city.whistle.app.example.ExampleLane;
import city.whistle.app.example.Picture;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What reaches the city from outside: calls, wishes, walks, and whistles without a case. */
final class Hotline {

  private static final int CONFLICT = 409;
  private static final int LANES = 12;

  private final City city = City.read();
  private final CaseApi api;
  private final DayPlan plan;
  private final Ledger ledger;
  private final Agenda agenda;
  private final Supplier<Instant> now;

  Hotline(CaseApi api, DayPlan plan, Ledger ledger, Agenda agenda, Supplier<Instant> now) {
    this.api = api;
    this.plan = plan;
    this.ledger = ledger;
    this.agenda = agenda;
    this.now = now;
  }

  /** Puts all that is planned on the agenda. */
  void plan() {
    plan.callers().forEach(caller -> agenda.add(caller.at(), () -> open(caller)));
    for (int n = 0; n < LANES; n++) {
      api.lane(lane(n));
    }
    for (int n = 0; n < plan.walks().size(); n++) {
      int walk = n;
      agenda.add(plan.walks().get(n), () -> report(walk));
    }
    for (int n = 0; n < plan.whistles().size(); n++) {
      int whistle = n;
      agenda.add(plan.whistles().get(n), () -> blow(whistle));
    }
  }

  private void open(Caller caller) {
    Story story = ledger.story(caller.index());
    String repeated = caller.repeats() ? ledger.story(caller.before()).number() : null;
    JsonNode opened = api.open(caller.request(externalId("call", caller.index()), repeated));
    ledger.opened(story, opened.path("number").asText());
    for (Wish wish : caller.wishes()) {
      agenda.add(now.get().plus(wish.after()), () -> wish(story, wish));
    }
  }

  /** A case that is over takes no wishes, and one that isn't at work can't be merged. */
  private void wish(Story story, Wish wish) {
    try {
      switch (wish.what()) {
        case URGE -> tell(story, "urge", Map.of("text", "请尽快。"));
        case SUPPLEMENT -> tell(story, "supplement", Map.of("text", "补充一点情况。"));
        case MERGE -> tell(story, "merge", order(story));
        case WITHDRAW -> {
          tell(story, "withdraw", Map.of("text", "不用办了。"));
          story.withdrawn();
        }
      }
    } catch (CaseApi.Refused e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      ledger.count("tooLate");
    }
  }

  private void tell(Story story, String what, Map<String, Object> words) {
    api.tell(story.number(), what, words);
    ledger.count(what);
  }

  private Map<String, Object> order(Story story) {
    String into = ledger.story(story.caller().before()).number();
    return Map.of("into", into, "officer", "dispatcher-duty", "reason", "同一事项");
  }

  private ExampleLane lane(int n) {
    return new ExampleLane(
        "day-" + n,
        "样例" + (n + 1) + "巷",
        street(n, "lane"),
        "standard",
        "day-chief-" + n,
        "day-steward-" + n);
  }

  private void report(int walk) {
    boolean atOnce = plan.chance().is(Shares.SETTLED_ON_THE_WALK, walk, DayPlan.ON_THE_WALK);
    Map<String, Object> finding =
        Map.of(
            "disorder",
            "litterAndHeaps",
            "what",
            "堆放装修垃圾",
            "place",
            "样例巷%d号门前".formatted(walk + 1),
            "settledAtOnce",
            atOnce);
    int lane = walk % LANES;
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("externalId", externalId("walk", walk));
    request.put("lane", "day-" + lane);
    request.put("person", "day-steward-" + lane);
    request.put("rhythm", "walk");
    request.put("finding", finding);
    String number = api.patrol(request).path("number").asText();
    ledger.began("patrol:" + number, walk);
    ledger.count("patrols");
    if (atOnce) {
      api.photo(number, "before", Picture.png());
      api.photo(number, "after", Picture.png());
    }
  }

  private void blow(int whistle) {
    boolean urgent = plan.chance().is(0.3, whistle, "emergency");
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("externalId", externalId("whistle", whistle));
    request.put("kind", urgent ? "emergency" : "keyWork");
    request.put("streetCode", street(whistle, "whistles"));
    request.put("reason", urgent ? "路面塌陷" : "占道经营反复");
    request.put("place", "样例路口");
    request.put("units", List.of("traffic", "urban-enforcement"));
    String number = api.blow(request).path("number").asText();
    ledger.began("whistle:" + number, whistle);
    ledger.count("whistlesWithoutCase");
  }

  /** Where more is complained of, more is found and whistled for. */
  private String street(long n, String purpose) {
    return city.street(plan.chance().of(n, purpose)).code();
  }

  private String externalId(String kind, int n) {
    return "day-%s-%d-%s-%d".formatted(plan.day(), plan.seed(), kind, n);
  }
}
