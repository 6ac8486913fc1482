package city.whistle.workers.whistle;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.organisation.CentreParty;
import city.whistle.workers.summons.SummonsVariable;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.whistle.SummonedUnits.Called;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.issue}: summons every unit of the whistle, and the joint enforcement centre where
 * the profile calls it.
 */
@Component
public class IssueWhistleWorker {

  private final Jobs jobs;
  private final CalledUnits called;
  private final JointActions actions;
  private final Summonses summonses;
  private final DueDates dueDates;
  private final Timeline timeline;
  private final CityTime time;

  IssueWhistleWorker(
      Jobs jobs,
      CalledUnits called,
      JointActions actions,
      Summonses summonses,
      DueDates dueDates,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.called = called;
    this.actions = actions;
    this.summonses = summonses;
    this.dueDates = dueDates;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "whistle.issue",
      fetchVariables = {"whistle", "profile"})
  public Map<String, Object> issueWhistle(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.whistle().id(), () -> new Output(issue(input)));
  }

  private List<SummonsVariable> issue(Input input) {
    OffsetDateTime now = time.now();
    OffsetDateTime signBy = dueDates.after(now, input.profile().signWithin());
    OffsetDateTime arriveBy = dueDates.after(now, input.profile().arriveWithin());
    Called units =
        called.of(
            input.whistle(),
            CentreCall.of(input.profile().centre(), input.profile().centreByDefault()));
    List<SummonsVariable> issued =
        units.units().stream()
            .map(unit -> summonses.insert(input.whistle().id(), unit, signBy, arriveBy))
            .flatMap(Optional::stream)
            .toList();
    timeline.append(
        input.whistle().timelineSubject(),
        "system",
        "WhistleIssued",
        "",
        Map.of("whistle", input.whistle().number(), "units", issued.size()));
    units.centre().ifPresent(parties -> tellCentre(input.whistle(), parties, units.noOwnList()));
    return issued;
  }

  private void tellCentre(WhistleVariable whistle, List<CentreParty> parties, boolean noOwnList) {
    actions.called(whistle.id(), parties);
    List<String> lacking =
        parties.stream()
            .filter(party -> party.gap() != null)
            .map(party -> party.name() + " " + party.gap())
            .toList();
    timeline.append(
        whistle.timelineSubject(),
        "system",
        "CentreCalled",
        remark(parties, noOwnList),
        Map.of(
            "whistle",
            whistle.number(),
            "units",
            parties.stream().filter(CentreParty::isSummoned).map(CentreParty::unit).toList(),
            "lacking",
            lacking));
  }

  /** What the street has to put right, the first of it; empty for nothing. */
  private static String remark(List<CentreParty> parties, boolean noOwnList) {
    if (parties.isEmpty()) {
      return "noCentre";
    }
    if (noOwnList) {
      return "noOwnList";
    }
    boolean onCall =
        parties.stream().anyMatch(p -> p.role().equals(CentreParty.ON_CALL) && p.isSummoned());
    return onCall ? "" : "nobodyOnCall";
  }

  record Input(WhistleVariable whistle, Profile profile) {}

  /** Variable {@code profile}, as far as it matters here. */
  record Profile(String signWithin, String arriveWithin, Boolean centre, Boolean centreByDefault) {}

  record Output(List<SummonsVariable> summonses) {}
}
