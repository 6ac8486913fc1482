package city.whistle.console.limits;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.DueDates.Basis;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.timeline.TimelineEntry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The days that a page lists, and the limit that the registry keeps. */
@ConsoleTest
class WhyLimitTest {

  /** Before the National Day of 2025 and the Sunday that is worked for it. */
  private static final OffsetDateTime FRIDAY = OffsetDateTime.parse("2025-09-26T10:00:00+08:00");

  @Autowired WhyLimit why;
  @Autowired DueDates dueDates;
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;

  @Test
  void listsAsManyDaysAsTheLimitHasOverTheNationalDayWithItsWorkingSunday() {
    OffsetDateTime due = dueDates.after(FRIDAY, "P5D", Basis.WORKING);
    WhyStep step = why.of(List.of(dispatched(due))).get(0);

    WhyStep.Day last = step.days().get(step.days().size() - 1);
    assertThat(last.date()).isEqualTo(due.toLocalDate());
    assertThat(last.ordinal()).isEqualTo(step.sum().count()).isEqualTo(5);
    assertThat(step.sum().holds()).isTrue();
    assertThat(step.days())
        .filteredOn(day -> day.name() != null)
        .extracting(day -> day.name() + " " + day.counts())
        .containsOnly("国庆节调休上班 true", "国庆节、中秋节 false");
  }

  @Test
  void endsItsDaysWhereTheClockWasStoppedAndGoesOnWithWhatWasLeft() {
    OffsetDateTime stopped = FRIDAY.plusDays(3);
    OffsetDateTime resumed = OffsetDateTime.parse("2025-10-09T10:00:00+08:00");
    Duration rest = Duration.ofDays(3);
    List<WhyStep> steps =
        why.of(
            List.of(
                dispatched(dueDates.after(FRIDAY, "P5D", Basis.WORKING)),
                line(2, stopped, "ClocksSuspended", "{\"rest\":\"PT72H\"}"),
                line(
                    3,
                    resumed,
                    "ClocksResumed",
                    "{\"settleBy\":\"%s\",\"basis\":\"working\",\"rest\":\"PT72H\"}"
                        .formatted(dueDates.after(resumed, rest, Basis.WORKING)))));

    assertThat(steps.get(0).days())
        .last()
        .extracting(WhyStep.Day::date)
        .isEqualTo(stopped.toLocalDate());
    assertThat(steps.get(1).until()).isNull();
    assertThat(steps.get(2).sum()).isEqualTo(new WhyStep.Sum("rest.working", 0, rest, true));
    assertThat(steps.get(2).days())
        .filteredOn(WhyStep.Day::counts)
        .last()
        .extracting(WhyStep.Day::ordinal)
        .isEqualTo(3);
  }

  @Test
  void saysWhereTheCalendarWasChangedSince() {
    OffsetDateTime other = dueDates.after(FRIDAY, "P5D", Basis.WORKING).plusDays(1);

    assertThat(why.of(List.of(dispatched(other))).get(0).sum().holds()).isFalse();
  }

  @Test
  void saysNothingOfDaysThatALineDoesNotTell() {
    String old = "{\"settleBy\":\"2025-10-09T10:00:00+08:00\"}";
    WhyStep step = why.of(List.of(line(1, FRIDAY, "CaseDispatched", old))).get(0);

    assertThat(step.days()).isEmpty();
    assertThat(step.sum()).isNull();
  }

  @Test
  void tellsOfTheLimitsToSignAndToMakeContact() {
    OffsetDateTime contactBy = dueDates.after(FRIDAY, "P1D", Basis.WORKING);
    String details =
        """
        {"settleBy":"%s","basis":"working","within":"P5D","signBy":"%s","signWithin":"PT1H",
         "contactBy":"%s","contactWithin":"P1D"}\
        """
            .formatted(
                dueDates.after(FRIDAY, "P5D", Basis.WORKING), FRIDAY.plusHours(1), contactBy);
    List<WhyStep.First> first =
        why.of(List.of(line(1, FRIDAY, "CaseDispatched", details))).get(0).first();

    assertThat(first)
        .extracting(WhyStep.First::name, WhyStep.First::until)
        .containsExactly(tuple("sign", FRIDAY.plusHours(1)), tuple("contact", contactBy));
    assertThat(first.get(0).sum()).isEqualTo(new WhyStep.Sum("time", 0, Duration.ofHours(1), true));
    assertThat(first.get(1).sum()).isEqualTo(new WhyStep.Sum("working", 1, null, true));
    assertThat(first.get(1).days())
        .last()
        .extracting(WhyStep.Day::date)
        .isEqualTo(contactBy.toLocalDate());
  }

  @Test
  void standsOnTheCasesPageAndTheTasks() throws Exception {
    String number = cases.open("水管破裂");
    long key = cases.task(number, "SignCase");
    CaseFile file = files.byNumber(number).orElseThrow();
    List<WhyStep> steps = why.of(file.id());

    assertThat(steps).last().extracting(WhyStep::until).isEqualTo(file.limits().settleBy());
    assertThat(steps.get(steps.size() - 1).sum().holds()).isTrue();
    for (String path : List.of("/cases/" + number, "/tasks/" + key)) {
      mvc.perform(get(path).with(as(people.with(Role.HANDLER))))
          .andExpect(content().string(allOf(containsString("起算"), containsString("签收时限"))));
    }
  }

  private static TimelineEntry dispatched(OffsetDateTime due) {
    return line(
        1,
        FRIDAY,
        "CaseDispatched",
        "{\"settleBy\":\"%s\",\"basis\":\"working\",\"within\":\"P5D\"}".formatted(due));
  }

  private static TimelineEntry line(int seq, OffsetDateTime at, String what, String details) {
    return new TimelineEntry(seq, at, "system", what, "", details);
  }
}
