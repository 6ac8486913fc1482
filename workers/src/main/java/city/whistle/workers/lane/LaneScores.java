package city.whistle.workers.lane;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.LaneRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a third party scored of lanes. */
@Component
public class LaneScores {

  private static final Pattern QUARTER = Pattern.compile("(20[0-9]{2})-Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

  private final Lanes lanes;
  private final LaneChecks checks;
  private final LanePolicies policies;
  private final LaneRights rights;
  private final CityTime time;

  LaneScores(
      Lanes lanes, LaneChecks checks, LanePolicies policies, LaneRights rights, CityTime time) {
    this.lanes = lanes;
    this.checks = checks;
    this.policies = policies;
    this.rights = rights;
    this.time = time;
  }

  /**
   * Keeps a score; what was scored before for the same time is kept beside it and stands no more.
   * Empty where there is no such lane.
   *
   * @param period such as {@code 2026-Q1} or {@code 2026-04}; it must be over
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   * @throws city.whistle.workers.access.NotAllowed where it is not the centre
   */
  @Transactional
  public Optional<LaneCheck> score(Caller caller, String id, String period, JsonNode body) {
    rights.requireScoring(caller);
    RequestFields fields = RequestFields.of(body);
    YearMonth month = month(fields, period);
    Double score = fields.number("score", 0, 100);
    if (!fields.has("score")) {
      fields.refuse("score", "is required");
    }
    Map<String, BigDecimal> lost = lost(fields, month, score);
    fields.refuseOthers();
    fields.throwIfWrong();
    return lanes
        .find(id)
        .map(
            lane -> {
              LaneCheck check =
                  new LaneCheck(
                      QUARTER.matcher(period).matches(), month, tenth(score), lost, time.now());
              boolean same =
                  checks.of(id).stream()
                      .filter(before -> before.period().equals(check.period()))
                      .anyMatch(
                          before ->
                              before.score().compareTo(check.score()) == 0
                                  && before.lost().equals(check.lost()));
              if (!same) {
                checks.add(id, check, caller.clientId());
              }
              return check;
            });
  }

  private YearMonth month(RequestFields fields, String period) {
    Matcher quarter = QUARTER.matcher(period);
    YearMonth month =
        quarter.matches()
            ? YearMonth.of(
                Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3)
            : MONTH.matcher(period).matches() ? YearMonth.parse(period) : null;
    if (month == null) {
      return fields.refuse(
          "period", "must be a quarter such as 2026-Q1, or a month such as 2026-04");
    }
    return month.atEndOfMonth().isBefore(time.today())
        ? month
        : fields.refuse("period", "must be over before it is scored");
  }

  private Map<String, BigDecimal> lost(RequestFields fields, YearMonth month, Double score) {
    Map<String, BigDecimal> lost = new HashMap<>();
    if (month == null || !fields.has("lost")) {
      fields.object("lost");
      return lost;
    }
    RequestFields points = fields.object("lost");
    for (LanePolicy.Disorder disorder : policies.on(month.atEndOfMonth()).disorders()) {
      Double some = points.number(disorder.code(), 0, 100);
      if (some != null) {
        lost.put(disorder.code(), tenth(some));
      }
    }
    points.refuseOthers();
    BigDecimal sum = lost.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (score != null && sum.compareTo(new BigDecimal(100).subtract(tenth(score))) != 0) {
      fields.refuse("lost", "must add up to what is missing of 100");
    }
    return lost;
  }

  private static BigDecimal tenth(double points) {
    return BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP);
  }
}
