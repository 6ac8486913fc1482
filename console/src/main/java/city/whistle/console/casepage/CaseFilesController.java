package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The open cases of the person's unit as a file, without anything of residents. */
@Controller
class CaseFilesController {

  private static final int AT_ONCE = 500;
  private static final int PARTS_MAX = 20;
  private static final List<String> HEAD =
      List.of(
          "cases.number",
          "cases.about",
          "case.category",
          "case.owner",
          "cases.state",
          "case.receivedAt",
          "case.settleBy");

  private final OpenCases open;
  private final Access access;
  private final CityTime time;

  CaseFilesController(OpenCases open, Access access, CityTime time) {
    this.open = open;
    this.access = access;
    this.time = time;
  }

  @GetMapping({"/cases.csv", "/cases.xlsx"})
  @Allowed(Right.CASES)
  Answer file(Person person) {
    return ListFile.of(
        "cases-" + time.today(),
        HEAD,
        part(person, ""),
        PARTS_MAX,
        (sheet, t, file) -> {
          if (access.seen(person, file.number()).isPresent()) {
            write(sheet, t, file);
          }
        });
  }

  private ListPart<CaseFile> part(Person person, String after) {
    return ListPart.of(open.of(person, after, AT_ONCE), last -> part(person, last.number()));
  }

  private static void write(Sheet sheet, Texts t, CaseFile file) throws IOException {
    sheet.row(
        file.number(),
        file.about().title(),
        file.about().categoryName(),
        file.owner() == null ? "" : file.owner().name(),
        t.say("case.state." + file.status().wireName()),
        Sheet.time(file.receivedAt()),
        file.limits() == null ? null : Sheet.time(file.limits().settleBy()));
  }
}
