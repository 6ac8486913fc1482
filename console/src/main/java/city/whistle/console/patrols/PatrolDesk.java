package city.whistle.console.patrols;

import city.whistle.console.access.LaneAccess;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Problems;
import city.whistle.console.patrols.PatrolFormPage.Fields;
import city.whistle.console.patrols.PatrolFormPage.Named;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.NotAllowed;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolPhotos;
import city.whistle.workers.patrol.PatrolReports;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has a patrol registered as its form says, or says what is wrong with it. */
@Component
class PatrolDesk {

  private static final List<String> PROPOSALS = List.of("settled", "case", "whistle");

  private final LaneAccess access;
  private final Lanes lanes;
  private final LanePolicies policies;
  private final PatrolReports reports;
  private final CityTime time;

  PatrolDesk(
      LaneAccess access, Lanes lanes, LanePolicies policies, PatrolReports reports, CityTime time) {
    this.access = access;
    this.lanes = lanes;
    this.policies = policies;
    this.reports = reports;
    this.time = time;
  }

  /**
   * Registers it once, however often it is sent.
   *
   * @param problems gets what is wrong, field by field
   */
  Optional<Taken> take(PatrolForm form, Person person, Problems problems) {
    Optional<Lane> lane = lanes.find(form.lane());
    Optional<String> holder = lane.flatMap(known -> holder(person, known));
    if (!form.person().equals(person.id())) {
      problems.add("person", "patrol.wrong.person");
    }
    if (form.ticket().isEmpty()) {
      problems.add("ticket", "patrol.wrong.ticket");
    }
    if (holder.isEmpty()) {
      problems.add(
          "lane", form.lane().isEmpty() ? "patrol.wrong.lane.missing" : "patrol.wrong.lane");
    }
    if (form.disorder().isEmpty()) {
      problems.add("disorder", "patrol.wrong.disorder.missing");
    }
    return problems.isEmpty()
        ? report(form, access.caller(person, lane.get()), holder.get(), problems)
        : Optional.empty();
  }

  /** Whoever held a post there when he walked may still send it after that has ended. */
  private Optional<String> holder(Person person, Lane lane) {
    return access.holder(person, lane.id()).or(() -> Optional.of(person.id()));
  }

  private Optional<Taken> report(PatrolForm form, Caller caller, String holder, Problems problems) {
    try {
      var reported = reports.report(caller, form.json(holder));
      return Optional.of(new Taken(reported.patrol(), reported.created(), caller.clientId()));
    } catch (InvalidRequest refused) {
      refused.problems().forEach(one -> add(one, problems));
    } catch (ExternalIdConflict sentBefore) {
      problems.add("ticket", "patrol.wrong.sentBefore");
    } catch (NotAllowed foreign) {
      problems.add("lane", "patrol.wrong.lane");
    }
    return Optional.empty();
  }

  /** The registry's refusals, each as a sentence at its field. */
  private static void add(FieldProblem refusal, Problems problems) {
    String field = refusal.field().replaceFirst("^finding\\.", "");
    boolean missing = refusal.message().equals("is required");
    switch (field) {
      case "person", "lane" -> problems.add("lane", "patrol.wrong.post");
      case "walkedAt" ->
          problems.add(
              "walkedAt",
              refusal.message().contains("future")
                  ? "patrol.wrong.walkedAt.ahead"
                  : "patrol.wrong.walkedAt");
      case "rhythm", "disorder", "what", "place" ->
          problems.add(field, "patrol.wrong." + field + (missing ? ".missing" : ""));
      default -> problems.add("ticket", "patrol.wrong.ticket");
    }
  }

  PatrolFormPage page(PatrolForm form, Person person, Problems problems) {
    LanePolicy policy = policies.on(time.today());
    return new PatrolFormPage(
        new Fields(
            UUID.randomUUID().toString(),
            form.lane(),
            form.rhythm(),
            form.disorder(),
            form.what(),
            form.place(),
            form.proposal()),
        access.own(person).stream()
            .map(lane -> new PatrolFormPage.Lane(lane.id(), lane.name()))
            .toList(),
        policy.rhythm().stream()
            .map(one -> new Named(one.code(), one.name(), one.nameEn()))
            .toList(),
        policy.disorders().stream()
            .map(one -> new Named(one.code(), one.name(), one.nameEn()))
            .toList(),
        PROPOSALS,
        PatrolPhotos.MAX,
        problems);
  }

  /**
   * A patrol that is registered.
   *
   * @param created false where it was sent before
   * @param clientId as whom it was sent
   */
  record Taken(Patrol patrol, boolean created, String clientId) {}
}
