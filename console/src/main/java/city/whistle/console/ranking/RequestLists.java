package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.workers.assessment.policy.Asking;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.AskedFor.State;
import city.whistle.workers.assessment.request.AskedForStore;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.organisation.UnitHistory;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What units asked of a month, as far as a person may know of it. */
@Component
class RequestLists {

  private final AskedForStore store;
  private final Figures figures;
  private final Policies policies;
  private final CaseFiles cases;
  private final UnitHistory units;
  private final Accounts accounts;
  private final Access access;

  RequestLists(
      AskedForStore store,
      Figures figures,
      Policies policies,
      CaseFiles cases,
      UnitHistory units,
      Accounts accounts,
      Access access) {
    this.store = store;
    this.figures = figures;
    this.policies = policies;
    this.cases = cases;
    this.units = units;
    this.accounts = accounts;
    this.access = access;
  }

  /**
   * A unit's people see what it and those below it asked; who acts for none sees all.
   *
   * @param state null for all
   */
  Cut<RequestsPage.Row> rows(
      Person person, Kind kind, YearMonth month, State state, int skip, int max) {
    List<AskedFor> found =
        store.list(kind, month, figures.opened(person), state, skip, Cut.wanted(max));
    Cut<AskedFor> cut = Cut.of(found, max);
    List<CaseFile> files =
        cut.shown().stream().flatMap(asked -> cases.find(asked.caseId()).stream()).toList();
    Map<UUID, CaseFile> byId =
        files.stream().collect(Collectors.toMap(CaseFile::id, Function.identity(), (a, b) -> a));
    Set<UUID> seen = access.seenOf(person, byId.values());
    Map<String, String> names = names(cut.shown().stream().map(AskedFor::unitCode).toList());
    Map<String, RequestsPage.Ground> grounds =
        grounds(kind, month).stream()
            .collect(Collectors.toMap(RequestsPage.Ground::code, Function.identity()));
    return new Cut<>(
        cut.shown().stream()
            .map(
                asked ->
                    row(
                        asked,
                        seen.contains(asked.caseId()) ? byId.get(asked.caseId()) : null,
                        names,
                        grounds))
            .toList(),
        cut.more());
  }

  private RequestsPage.Row row(
      AskedFor asked,
      CaseFile file,
      Map<String, String> names,
      Map<String, RequestsPage.Ground> grounds) {
    String code = asked.ground();
    return new RequestsPage.Row(
        asked.askedAt(),
        names.getOrDefault(asked.unitCode(), asked.unitCode()),
        file == null ? null : file.number(),
        file == null ? null : "/cases/" + file.number(),
        grounds.getOrDefault(code, new RequestsPage.Ground(code, code, code)),
        asked.evidence(),
        asked.state().wireName(),
        asked.reason(),
        asked.decidedBy() == null ? null : accounts.nameOf(asked.decidedBy()),
        asked.decidedAt());
  }

  /** Of all units: how often each asked is published. */
  List<RequestsPage.Tally> tallies(Kind kind, YearMonth month) {
    List<AskedForStore.Tally> found =
        store.tallies(month).stream().filter(one -> one.kind().equals(kind.wireName())).toList();
    Map<String, String> names = names(found.stream().map(AskedForStore.Tally::unit).toList());
    return found.stream()
        .map(
            one ->
                new RequestsPage.Tally(
                    names.getOrDefault(one.unit(), one.unit()),
                    one.asked(),
                    one.asked() - one.granted() - one.refused() - one.refusedByRule(),
                    one.granted(),
                    one.refused(),
                    one.refusedByRule()))
        .toList();
  }

  /** What can be named as the reason in that month. */
  List<RequestsPage.Ground> grounds(Kind kind, YearMonth month) {
    Policy policy = policies.sets().of(month);
    Asking asking = kind == Kind.EXCLUSION ? policy.exclusion() : policy.appeal();
    return asking.grounds().stream()
        .map(one -> new RequestsPage.Ground(one.code(), one.name(), one.nameEn()))
        .toList();
  }

  private Map<String, String> names(Collection<String> codes) {
    return units.names(new TreeSet<>(codes));
  }
}
