package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.console.supervision.SupervisionPage.Cause;
import city.whistle.console.supervision.SupervisionPage.Row;
import city.whistle.console.supervision.SupervisionPage.Wait;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.StuckCases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what stands still as a file. It says where it was cut off. */
@Controller
class SupervisionCsvController {

  private static final int AT_ONCE = 500;
  private static final int ROWS_MAX = 10_000;
  private static final int PARTS_MAX = 20;

  private final StuckList list;
  private final StuckRows rows;
  private final CityTime time;

  SupervisionCsvController(StuckList list, StuckRows rows, CityTime time) {
    this.list = list;
    this.rows = rows;
    this.time = time;
  }

  @GetMapping({"/supervision.csv", "/supervision.xlsx"})
  @Allowed(Right.SUPERVISION)
  void csv(
      @RequestParam(required = false) String stuck,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) String unit,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    SupervisionFilter filter = SupervisionFilter.of(stuck, area, unit, null);
    Texts t = Languages.texts(person, request, time.now());
    StuckCases.Page first = list.page(person, filter, AT_ONCE);
    try (Sheet csv = Sheet.download(request, response, "supervision-" + time.today())) {
      header(csv, t);
      CaseFile last = write(csv, t, first);
      int parts = 1;
      int written = first.items().size();
      while (last != null && written < ROWS_MAX && parts < PARTS_MAX) {
        StuckCases.Page more = list.page(person, filter.after(last.number()), AT_ONCE);
        last = write(csv, t, more);
        written += more.items().size();
        parts++;
      }
      if (last != null) {
        csv.row(t.say("list.cutOff", last.number()));
      }
    }
  }

  private static void header(Sheet csv, Texts t) throws IOException {
    csv.row(
        t.say("cases.number"),
        t.say("cases.about"),
        t.say("case.owner"),
        t.say("supervision.reason"),
        t.say("supervision.detail"),
        t.say("supervision.since"),
        t.say("supervision.waitsFor"));
  }

  /** A line for each reason, so that each has its time. */
  private CaseFile write(Sheet csv, Texts t, StuckCases.Page page) throws IOException {
    for (var found : page.items()) {
      Row row = rows.row(found, false);
      for (Cause cause : row.causes()) {
        csv.row(
            row.number(),
            row.title(),
            row.owner(),
            t.say("stuck." + cause.reason()),
            detail(t, cause),
            cause.since() == null ? "" : t.exact(cause.since()),
            row.waits().stream().map(wait -> wait(t, wait)).collect(Collectors.joining("; ")));
      }
    }
    return page.last();
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
