package city.whistle.workers.burst;

import city.whistle.workers.burst.HourCounts.Count;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.number.DailyNumbers;
import city.whistle.workers.number.DailyNumbers.Series;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds bursts and raises one matter for each. What comes while a matter is open joins it; what
 * belonged to one raises no other. Copies of the application take turns.
 */
@Component
public class Bursts {

  private static final long LOCK = 0x7768_6973_746c_6548L;
  private static final Duration HOUR = Duration.ofHours(1);

  private final HourCounts counts;
  private final BurstRules rules;
  private final MatterStore matters;
  private final DailyNumbers numbers;
  private final Timeline timeline;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final CityTime time;

  Bursts(
      HourCounts counts,
      BurstRules rules,
      MatterStore matters,
      DailyNumbers numbers,
      Timeline timeline,
      Outbox outbox,
      JdbcClient jdbc,
      CityTime time) {
    this.counts = counts;
    this.rules = rules;
    this.matters = matters;
    this.numbers = numbers;
    this.timeline = timeline;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Looks once at the last hour. */
  @Transactional
  public void look() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    matters.join();
    BurstRule rule = rules.now();
    OffsetDateTime now = time.now();
    OffsetDateTime since = now.minus(HOUR);
    for (Count count : counts.since(since, rule.atLeast())) {
      int[] before = counts.before(count, since, now, rule.weeks());
      if (rule.isBurst(count.seen(), before)) {
        raise(count, since, now, BurstRule.median(before));
      }
    }
  }

  private void raise(Count count, OffsetDateTime since, OffsetDateTime now, double expected) {
    Matter matter =
        new Matter(
            UUID.randomUUID(),
            numbers.next(Series.MATTER, now.toLocalDate()),
            count.categoryCode(),
            count.categoryName(),
            count.districtCode(),
            count.streetCode(),
            now,
            since,
            count.seen(),
            expected,
            null,
            null,
            null,
            null);
    if (matters.insert(matter)) {
      matters.join();
      timeline.append(matter.id(), "system", "MatterFound", "", facts(matter));
      outbox.add(
          new StartProcess(
              "matter",
              Map.of("matter", Map.of("id", matter.id().toString())),
              Set.of("matter:" + matter.number())));
    }
  }

  private static Map<String, Object> facts(Matter matter) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", matter.number());
    facts.put("category", matter.categoryCode());
    facts.put("place", matter.placeCode());
    facts.put("seen", matter.seen());
    facts.put("expected", matter.expected());
    return facts;
  }
}
