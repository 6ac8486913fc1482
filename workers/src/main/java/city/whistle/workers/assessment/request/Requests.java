package city.whistle.workers.assessment.request;

import city.whistle.workers.access.AssessmentRights;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.access.NotAllowed;
import city.whistle.workers.assessment.policy.Asking;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.request.CountedCases.CountedCase;
import city.whistle.workers.assessment.request.NotNow.Why;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.resident.ResidentVault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what units ask for and has people decide it. */
@Component
public class Requests {

  private static final int EVIDENCE_MAX = 1000;
  private static final String NO_RESULT =
      "no valid answer of this case is recorded, so that it counts in no figure yet;"
          + " ask once its resident was called back and answered";

  private final AskedForStore store;
  private final CountedCases counted;
  private final CaseRights cases;
  private final AssessmentRights rights;
  private final Policies policies;
  private final AssessmentRuns runs;
  private final Assessments assessments;
  private final RequestDigest digests;
  private final ResidentVault vault;
  private final RequestVariable.Maker variables;
  private final Outbox outbox;
  private final CityTime time;

  Requests(
      AskedForStore store,
      CountedCases counted,
      CaseRights cases,
      AssessmentRights rights,
      Policies policies,
      AssessmentRuns runs,
      Assessments assessments,
      RequestDigest digests,
      ResidentVault vault,
      RequestVariable.Maker variables,
      Outbox outbox,
      CityTime time) {
    this.store = store;
    this.counted = counted;
    this.cases = cases;
    this.rights = rights;
    this.policies = policies;
    this.runs = runs;
    this.assessments = assessments;
    this.digests = digests;
    this.vault = vault;
    this.variables = variables;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * Registers the request and has its process started. With the client's own number, {@code
   * externalId}, it does so once.
   *
   * @throws InvalidRequest naming every bad field
   * @throws NotAllowed where it is asked in another's name
   * @throws NotNow where the month, or the case, does not allow it
   * @throws ExternalIdConflict where the number stands for another request
   */
  @Transactional
  public Taken ask(Kind kind, Caller caller, JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    String externalId = fields.text("externalId", 100);
    byte[] digest = digests.of(body);
    Optional<AskedFor> before =
        Optional.ofNullable(externalId)
            .flatMap(id -> store.byExternalId(kind, caller.clientId(), id));
    if (before.isPresent()) {
      return repeated(before.get(), digest);
    }
    AskedFor asked = read(kind, caller, fields);
    if (!store.insert(asked, caller.clientId(), externalId, digest)) {
      return meanwhile(kind, caller, externalId, digest);
    }
    start(asked);
    return new Taken(asked, true);
  }

  /** What was sent twice at once is the same; all else was asked by somebody before. */
  private Taken meanwhile(Kind kind, Caller caller, String externalId, byte[] digest) {
    return Optional.ofNullable(externalId)
        .flatMap(id -> store.byExternalId(kind, caller.clientId(), id))
        .map(asked -> repeated(asked, digest))
        .orElseThrow(
            () ->
                new NotNow(
                    Why.ASKED_BEFORE, "the same is asked for this case and is not decided yet"));
  }

  /** What the caller, or a unit below its own, asked for. */
  public Optional<AskedFor> find(Caller caller, Kind kind, UUID id) {
    return store
        .find(id)
        .filter(asked -> asked.kind() == kind)
        .filter(asked -> !caller.isUnit() || rights.own(caller).contains(asked.unitCode()));
  }

  private Taken repeated(AskedFor asked, byte[] digest) {
    if (!Arrays.equals(store.digest(asked.id()), digest)) {
      throw new ExternalIdConflict("request");
    }
    return new Taken(asked, false);
  }

  private AskedFor read(Kind kind, Caller caller, RequestFields fields) {
    String number = fields.requiredText("caseNumber", 40);
    String evidence = fields.requiredText("evidence", EVIDENCE_MAX);
    String ground = fields.requiredText("ground", 40);
    fields.refuseOthers();
    Optional<CaseFile> file = number == null ? Optional.empty() : cases.seen(caller, number);
    if (number != null && file.isEmpty()) {
      fields.refuse("caseNumber", "must be the number of a case that the caller sees");
    }
    Optional<CountedCase> where = file.flatMap(found -> counted.of(found.id()));
    YearMonth month =
        where.map(CountedCase::month).orElseGet(() -> policies.sets().monthOf(time.now()));
    checkGround(fields, asking(policies.sets().of(month), kind), ground);
    fields.throwIfWrong();
    CountedCase counts = where.orElseThrow(() -> new NotNow(Why.NO_RESULT, NO_RESULT));
    rights.requireAsking(caller, counts.unitCode());
    requireOpen(kind, counts.month());
    return new AskedFor(
        UUID.randomUUID(),
        kind,
        file.get().id(),
        counts.unitCode(),
        counts.month(),
        ground,
        vault.redact(file.get().id(), evidence),
        time.now(),
        State.ASKED,
        null,
        null,
        null);
  }

  private static void checkGround(RequestFields fields, Asking asking, String ground) {
    if (ground != null && !asking.knows(ground)) {
      Set<String> known =
          asking.grounds().stream().map(Asking.Ground::code).collect(Collectors.toSet());
      fields.refuse("ground", "must be one of " + String.join(", ", new TreeSet<>(known)));
    }
  }

  private void requireOpen(Kind kind, YearMonth month) {
    runs.keepOpen(month);
    Optional<Run> run = runs.of(month);
    if (run.map(Run::finalAt).isPresent()) {
      throw new NotNow(Why.MONTH_FINAL, "the figures of " + month + " are final");
    }
    if (kind == Kind.EXCLUSION) {
      return;
    }
    if (assessments.published(month).isEmpty()) {
      throw new NotNow(
          Why.NOT_PUBLISHED,
          "the figures of " + month + " are not published yet; ask for an exclusion instead");
    }
    if (!run.map(Run::appealUntil).filter(until -> time.now().isBefore(until)).isPresent()) {
      throw new NotNow(Why.APPEALS_OVER, "the time for appeals against " + month + " is over");
    }
  }

  private void start(AskedFor asked) {
    if (asked.kind() == Kind.EXCLUSION) {
      outbox.add(
          new StartProcess(
              "exclusion-request",
              Map.of("caseId", asked.caseId(), "exclusion", Map.of("id", asked.id())),
              Set.of("exclusion:" + asked.id())));
    } else {
      outbox.add(
          PublishMessage.lasting(
              "assessment.appealed",
              runs.of(asked.month()).orElseThrow().id().toString(),
              Map.of("appeal", variables.of(asked))));
    }
  }

  static Asking asking(Policy policy, Kind kind) {
    return kind == Kind.EXCLUSION ? policy.exclusion() : policy.appeal();
  }

  /**
   * @param created false where the client asked before
   */
  public record Taken(AskedFor asked, boolean created) {}
}
