package city.whistle.console.audit;

import city.whistle.console.access.ActingFor;
import city.whistle.console.account.Accounts;
import city.whistle.console.audit.AuditPage.Row;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.AccessLog.CaseLine;
import city.whistle.workers.resident.AccessLog.Search;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lines of the logs, newest first. */
@Component
class AuditRows {

  private final ActionLog actions;
  private final AccessLog looks;
  private final SignIns signIns;
  private final CaseFiles cases;
  private final Accounts accounts;

  AuditRows(
      ActionLog actions, AccessLog looks, SignIns signIns, CaseFiles cases, Accounts accounts) {
    this.actions = actions;
    this.looks = looks;
    this.signIns = signIns;
    this.cases = cases;
    this.accounts = accounts;
  }

  List<Found> of(AuditFilter filter, int max) {
    return switch (filter.kind()) {
      case AuditFilter.LOOKS -> looks(filter, max);
      case AuditFilter.SIGN_INS -> signIns.list(filter, max).stream().map(this::signIn).toList();
      default -> actions.list(filter, max).stream().map(this::action).toList();
    };
  }

  boolean isCase(String number) {
    return cases.byNumber(number).isPresent();
  }

  private List<Found> looks(AuditFilter filter, int max) {
    Optional<UUID> caseId =
        Optional.ofNullable(filter.number()).flatMap(cases::byNumber).map(CaseFile::id);
    if (filter.number() != null && caseId.isEmpty()) {
      return List.of();
    }
    Search search =
        new Search(
            filter.who(), caseId.orElse(null), filter.begins(), filter.ends(), filter.before());
    return looks.search(search, max).stream().map(this::look).toList();
  }

  private Found action(Action action) {
    return new Found(
        action.id(),
        new Row(
            action.at(),
            action.who(),
            accounts.nameOf(action.who()),
            nameOf(action.forWhom()),
            action.what(),
            action.caseNumber(),
            action.target(),
            action.reason(),
            action.done() ? "done" : "refused",
            action.answer()));
  }

  private Found signIn(SignIns.SignIn one) {
    return new Found(
        one.id(),
        new Row(
            one.at(),
            one.who(),
            accounts.nameOf(one.who()),
            null,
            one.how(),
            null,
            "",
            "",
            one.done() ? "done" : "refused",
            ""));
  }

  private Found look(CaseLine found) {
    AccessLog.Line line = found.line();
    String part = line.part().split(":", 2)[0];
    return new Found(
        line.id(),
        new Row(
            line.at(),
            line.who(),
            accounts.nameOf(line.who()),
            nameOf(ActingFor.ofClient(line.clientId()).orElse(null)),
            part,
            cases.find(found.caseId()).map(CaseFile::number).orElse(null),
            "",
            line.reason(),
            line.refused() ? "refused" : line.found() ? "shown" : "absent",
            ""));
  }

  private String nameOf(String id) {
    return id == null ? null : accounts.nameOf(id);
  }

  /**
   * A line.
   *
   * @param id where the next page goes on
   */
  record Found(long id, Row row) {}
}
