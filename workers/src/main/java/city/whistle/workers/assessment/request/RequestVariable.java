package city.whistle.workers.assessment.request;

import city.whistle.workers.assessment.policy.Asking;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.unit.Units;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Variables {@code exclusion} and {@code appeal}: what people need to know to decide.
 *
 * @param unitName as the unit is called now
 * @param groundName in Chinese, as most staff read it
 * @param groundNameEnglish the same for those who read English
 * @param evidence redacted
 * @param decider the candidate group that decides
 * @param decideBy when it should have
 * @param result {@code open}, {@code granted}, {@code refused} or {@code refusedByRule}
 */
public record RequestVariable(
    UUID id,
    String caseNumber,
    String title,
    String categoryName,
    String unit,
    String unitName,
    String month,
    String ground,
    String groundName,
    String groundNameEnglish,
    String evidence,
    String decider,
    OffsetDateTime decideBy,
    String result) {

  private static final String OPEN = "open";

  /** Makes them of what was asked for. */
  @Component
  public static class Maker {

    private final CaseFiles cases;
    private final Units units;
    private final Policies policies;
    private final DueDates dueDates;

    Maker(CaseFiles cases, Units units, Policies policies, DueDates dueDates) {
      this.cases = cases;
      this.units = units;
      this.policies = policies;
      this.dueDates = dueDates;
    }

    public RequestVariable of(AskedFor asked) {
      CaseFile file = cases.get(asked.caseId());
      Asking rule = Requests.asking(policies.sets().of(asked.month()), asked.kind());
      return new RequestVariable(
          asked.id(),
          file.number(),
          file.about().title(),
          file.about().categoryName(),
          asked.unitCode(),
          units.name(asked.unitCode()),
          asked.month().toString(),
          asked.ground(),
          name(rule, asked.ground(), Asking.Ground::name),
          name(rule, asked.ground(), Asking.Ground::nameEn),
          asked.evidence(),
          rule.decider(),
          dueDates.after(asked.askedAt(), rule.decideWithin(), DueDates.Basis.of(rule.basis())),
          asked.state() == AskedFor.State.ASKED ? OPEN : asked.state().wireName());
    }

    private static String name(
        Asking rule, String code, Function<Asking.Ground, String> inLanguage) {
      return rule.grounds().stream()
          .filter(ground -> ground.code().equals(code))
          .map(inLanguage)
          .findFirst()
          .orElse(code);
    }
  }
}
