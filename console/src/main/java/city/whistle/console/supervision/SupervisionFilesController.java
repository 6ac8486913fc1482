package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.console.supervision.SupervisionPage.Cause;
import city.whistle.console.supervision.SupervisionPage.Row;
import city.whistle.console.supervision.SupervisionPage.Wait;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.StuckCases;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what stands still as a file. It says where it was cut off. */
@Controller
class SupervisionFilesController {

  private static final int AT_ONCE = 500;
  private static final int PARTS_MAX = 20;
  private static final List<String> HEAD =
      List.of(
          "cases.number",
          "cases.about",
          "case.owner",
          "supervision.reason",
          "supervision.detail",
          "supervision.since",
          "supervision.waitsFor");

  private final StuckList list;
  private final StuckRows rows;
  private final CityTime time;

  SupervisionFilesController(StuckList list, StuckRows rows, CityTime time) {
    this.list = list;
    this.rows = rows;
    this.time = time;
  }

  @GetMapping({"/supervision.csv", "/supervision.xlsx"})
  @Allowed(Right.SUPERVISION)
  Answer file(
      @RequestParam(required = false) String stuck,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String unit,
      Person person) {
    SupervisionFilter filter = SupervisionFilter.of(stuck, area, unit, null);
    return ListFile.of(
        "supervision-" + time.today(),
        HEAD,
        part(person, filter),
        PARTS_MAX,
        SupervisionFilesController::write);
  }

  private ListPart<Row> part(Person person, SupervisionFilter filter) {
    StuckCases.Page page = list.page(person, filter, AT_ONCE);
    CaseFile last = page.last();
    return new ListPart<>(
        page.items().stream().map(found -> rows.row(found, false)).toList(),
        last == null ? null : () -> part(person, filter.after(last.number())));
  }

  /** A line for each reason, so that each has its time. */
  private static void write(Sheet sheet, Texts t, Row row) throws IOException {
    for (Cause cause : row.causes()) {
      sheet.row(
          row.number(),
          row.title(),
          row.owner(),
          t.say("stuck." + cause.reason()),
          detail(t, cause),
          Sheet.time(cause.since()),
          row.waits().stream().map(wait -> wait(t, wait)).collect(Collectors.joining("; ")));
    }
  }

  private static String detail(Texts t, Cause cause) {
    return cause.incident() == null
        ? t.named("stuck." + cause.detail(), t.named("step." + cause.detail(), cause.detail()))
        : t.named("step." + cause.detail(), cause.detail())
            + ": "
            + t.named("incident." + cause.incident(), cause.incident());
  }

  private static String wait(Texts t, Wait wait) {
    String whose =
        wait.whose().stream()
            .map(
                party ->
                    (party.unit() == null ? "" : party.unit())
                        + (party.role() == null
                            ? ""
                            : " " + t.named("role." + party.role(), party.role())))
            .map(String::strip)
            .collect(Collectors.joining(", "));
    String step = t.named("step." + wait.step(), wait.name());
    return step + " (" + (wait.takenBy() == null ? whose : wait.takenBy()) + ")";
  }
}
