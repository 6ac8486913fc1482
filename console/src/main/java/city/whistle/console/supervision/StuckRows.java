package city.whistle.console.supervision;

import city.whistle.console.account.Accounts;
import city.whistle.console.supervision.SupervisionPage.Act;
import city.whistle.console.supervision.SupervisionPage.Cause;
import city.whistle.console.supervision.SupervisionPage.Party;
import city.whistle.console.supervision.SupervisionPage.Row;
import city.whistle.console.supervision.SupervisionPage.Wait;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.StuckCase;
import city.whistle.workers.stuck.StuckReason;
import city.whistle.workers.unit.Units;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes of a case that stands still what people read. */
@Component
class StuckRows {

  private final Accounts accounts;
  private final Units units;

  StuckRows(Accounts accounts, Units units) {
    this.accounts = accounts;
    this.units = units;
  }

  /**
   * @param acts whether the person may do something about it
   */
  Row row(StuckCase found, boolean acts) {
    CaseFile file = found.file();
    return new Row(
        file.number(),
        file.about().title(),
        file.owner() == null ? null : file.owner().name(),
        causes(found),
        waits(found),
        acts ? actions(found) : List.of());
  }

  List<Cause> causes(StuckCase found) {
    return found.causes().stream().map(StuckRows::cause).toList();
  }

  private static Cause cause(StuckCase.Cause cause) {
    boolean incident = cause.why().equals(StuckReason.INCIDENT.wireName());
    String[] parts = cause.detail().split(": ", 2);
    return incident && parts.length == 2
        ? new Cause(cause.why(), parts[0], parts[1], cause.since())
        : new Cause(cause.why(), cause.detail(), null, cause.since());
  }

  List<Wait> waits(StuckCase found) {
    return found.waits().stream().map(this::wait).toList();
  }

  private Wait wait(EngineView.Wait wait) {
    return new Wait(
        wait.element(),
        wait.task(),
        wait.groups().stream().sorted().map(this::party).toList(),
        wait.assignee() == null || wait.assignee().isBlank()
            ? null
            : accounts.nameOf(wait.assignee()),
        wait.due());
  }

  /** {@code agent}, or {@code street:110102009}. */
  Party party(String group) {
    String[] parts = group.split(":", 2);
    if (parts.length == 1) {
      return new Party(group, null);
    }
    return new Party(parts[0].equals("street-lead") ? "lead" : null, units.name(parts[1]));
  }

  /** What helps against why it stands still. */
  static List<Act> actions(StuckCase found) {
    String path = "/supervision/cases/" + found.file().number();
    List<Act> actions = new ArrayList<>();
    boolean abandoned = has(found, StuckReason.NOBODY);
    if (abandoned) {
      actions.add(new Act("restart", path + "/restart"));
    } else if (found.file().owner() != null) {
      actions.add(new Act("urge", path + "/urge"));
    }
    if (has(found, StuckReason.INCIDENT)) {
      actions.add(new Act("retry", path + "/retry"));
    }
    if (!found.waits().isEmpty()) {
      actions.add(new Act("reassign", path + "#tasks"));
    }
    return actions;
  }

  private static boolean has(StuckCase found, StuckReason reason) {
    return found.causes().stream().anyMatch(cause -> cause.why().equals(reason.wireName()));
  }
}
