package city.whistle.console.audit;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.AuditPage.Form;
import city.whistle.console.audit.AuditPage.Kind;
import city.whistle.console.audit.AuditRows.Found;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.calendar.CityTime;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did and saw what. */
@Controller
class AuditController {

  private static final int PAGE = 50;
  private static final int AT_ONCE = 1000;
  private static final int PARTS_MAX = 50;

  private final AuditRows rows;
  private final Access access;
  private final CityTime time;

  AuditController(AuditRows rows, Access access, CityTime time) {
    this.rows = rows;
    this.access = access;
    this.time = time;
  }

  @GetMapping("/audit")
  @Allowed(Right.AUDIT)
  @Menu(80)
  Answer list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String before,
      Person person) {
    AuditFilter filter = AuditFilter.of(kind, who, number, from, to, before);
    Problems problems = problems(filter, from, to);
    Cut<Found> cut =
        Cut.of(problems.isEmpty() ? rows.of(filter, Cut.wanted(PAGE)) : List.of(), PAGE);
    return new AuditPage(
        filter.kind(),
        AuditFilter.KINDS.stream()
            .map(one -> new Kind(one, filter.withKind(one).path(), one.equals(filter.kind())))
            .toList(),
        new Form(who, number, from, to),
        problems,
        cut.shown().stream().map(Found::row).toList(),
        cut.next(last -> filter.before(last.id()).path()),
        Downloads.of(filter.fromTheFirst().path()),
        access.may(person, Right.CASES));
  }

  private Problems problems(AuditFilter filter, String from, String to) {
    Problems problems = Problems.none();
    if (filter.number() != null && !rows.isCase(filter.number())) {
      problems.add("number", "audit.number.unknown", filter.number());
    }
    if (filter.from() == null && !from.isBlank()) {
      problems.add("from", "person.date.wrong");
    }
    if (filter.to() == null && !to.isBlank()) {
      problems.add("to", "person.date.wrong");
    }
    return problems;
  }

  @GetMapping({"/audit.csv", "/audit.xlsx"})
  @Allowed(Right.AUDIT)
  Answer file(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Person person) {
    AuditFilter filter = AuditFilter.of(kind, who, number, from, to, null);
    return ListFile.of(
        filter.kind() + "-" + time.today(),
        List.of(
            "audit.at",
            "people.id",
            "people.name",
            "audit.what." + filter.kind(),
            "cases.number",
            "audit.target",
            "intervene.reason",
            "audit.outcome"),
        part(filter),
        PARTS_MAX,
        (sheet, t, found) -> write(sheet, t, filter.kind(), found.row()));
  }

  private ListPart<Found> part(AuditFilter filter) {
    return ListPart.of(
        Cut.of(rows.of(filter, Cut.wanted(AT_ONCE)), AT_ONCE),
        last -> part(filter.before(last.id())));
  }

  private static void write(Sheet sheet, Texts t, String kind, AuditPage.Row row)
      throws IOException {
    sheet.row(
        t.exact(row.at()),
        row.id(),
        t.who(row.name(), row.forName()),
        t.named(AuditPage.key(kind) + row.what(), row.what()),
        row.number(),
        row.target(),
        row.reason(),
        t.say("audit.outcome." + row.outcome())
            + (row.answer().isEmpty() ? "" : t.say("list.colon") + row.answer()));
  }
}
