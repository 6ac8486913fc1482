package city.whistle.app.day;

import city.whistle.app.day.Story.Answer;
import city.whistle.app.example.AssessmentMonth;
import city.whistle.app.example.CaseApi;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Units of which residents were not content: some ask that a case be left out of the figures, and
 * some appeal once these are published.
 */
final class Owners {

  private static final int CONFLICT = 409;

  /** Hours within which they ask after an answer, and appeal after a publication. */
  private static final double SOONEST = 2;

  private static final double LATEST = 70;

  private final CaseApi api;
  private final Assessment assessment;
  private final DayPlan plan;
  private final Ledger ledger;
  private final Agenda agenda;
  private final Supplier<Instant> now;
  private final Set<YearMonth> seen = new HashSet<>();
  private final Map<Story, Integer> asked = new LinkedHashMap<>();

  Owners(
      CaseApi api,
      Assessment assessment,
      DayPlan plan,
      Ledger ledger,
      Agenda agenda,
      Supplier<Instant> now) {
    this.api = api;
    this.assessment = assessment;
    this.plan = plan;
    this.ledger = ledger;
    this.agenda = agenda;
    this.now = now;
  }

  /** Looks what residents have said since it looked last. */
  void look() {
    for (Story story : ledger.heard()) {
      int times = asked.merge(story, 1, Integer::sum) - 1;
      if (isBad(story.last().orElse(null))) {
        perhaps(Plea.Kind.EXCLUSION, story, Shares.EXCLUSION_ASKED, String.valueOf(times));
      }
    }
  }

  /** Looks whether figures were published since; once a step is enough. */
  void lookAtFigures() {
    YearMonth last = AssessmentMonth.of(now.get());
    for (YearMonth month = AssessmentMonth.of(plan.begins());
        month.isBefore(last);
        month = month.plusMonths(1)) {
      if (!seen.contains(month) && assessment.isPublished(month)) {
        seen.add(month);
        appeals(month);
      }
    }
  }

  private void appeals(YearMonth month) {
    for (Story story : ledger.stories()) {
      Answer counts =
          story.last(AssessmentMonth.begins(month), AssessmentMonth.ends(month)).orElse(null);
      if (story.number() != null && !story.isLeftOut() && isBad(counts)) {
        perhaps(Plea.Kind.APPEAL, story, Shares.APPEALED, month.toString());
      }
    }
  }

  private static boolean isBad(Answer answer) {
    return answer != null
        && (!answer.settled().equals("settled") || answer.satisfied().equals("not"));
  }

  private void perhaps(Plea.Kind kind, Story story, double share, String time) {
    int subject = story.caller().index();
    String purpose = kind.word() + "/" + time;
    if (plan.chance().is(share, subject, purpose)) {
      double hours = plan.chance().between(SOONEST, LATEST, subject, purpose + "/after");
      agenda.add(
          now.get().plus(Duration.ofMinutes((long) (60 * hours))), () -> ask(kind, story, time));
    }
  }

  /** A month may have become final meanwhile. */
  private void ask(Plea.Kind kind, Story story, String time) {
    Map<String, Object> request =
        Map.of(
            "externalId",
            "day-%s-%d-%s-%d-%s"
                .formatted(plan.day(), plan.seed(), kind.word(), story.caller().index(), time),
            "caseNumber",
            story.number(),
            "ground",
            kind.ground(),
            "evidence",
            "现场记录一份。");
    try {
      ledger.asked(kind, api.ask(kind.path(), request).path("id").asText(), story);
    } catch (CaseApi.Refused e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      ledger.count("tooLate");
    }
  }
}
