package city.whistle.console.casepage;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The open cases of the person's unit as a file, without anything of residents. */
@Controller
class CaseFilesController {

  private static final int AT_ONCE = 500;
  private static final int ROWS_MAX = 10_000;

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
  void file(Person person, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts t = Languages.texts(person, request, time.now());
    Cut<CaseFile> part = open.of(person, "", AT_ONCE);
    try (Sheet sheet = Sheet.download(request, response, "cases-" + time.today())) {
      sheet.row(
          t.say("cases.number"),
          t.say("cases.about"),
          t.say("case.category"),
          t.say("case.owner"),
          t.say("cases.state"),
          t.say("case.receivedAt"),
          t.say("case.settleBy"));
      for (int written = 0; ; written += AT_ONCE) {
        for (CaseFile file : part.shown()) {
          if (access.seen(person, file.number()).isPresent()) {
            write(sheet, t, file);
          }
        }
        String last = part.next(CaseFile::number);
        if (last == null) {
          return;
        }
        if (written + AT_ONCE >= ROWS_MAX) {
          sheet.row(t.say("list.cutOff", last));
          return;
        }
        part = open.of(person, last, AT_ONCE);
      }
    }
  }

  private static void write(Sheet sheet, Texts t, CaseFile file) throws IOException {
    sheet.row(
        file.number(),
        file.about().title(),
        file.about().categoryName(),
        file.owner() == null ? "" : file.owner().name(),
        t.say("case.state." + file.status().wireName()),
        t.exact(file.receivedAt()),
        file.limits() == null || file.limits().settleBy() == null
            ? ""
            : t.exact(file.limits().settleBy()));
  }
}
