package city.whistle.console.figures;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.Languages;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.UnitFigures;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.unit.Unit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A unit's figures, and the cases behind one, as files. They say where they were cut off. */
@Controller
class FigureFilesController {

  private static final int AT_ONCE = 500;
  private static final int ROWS_MAX = 10_000;

  private final UnitFigures figures;
  private final FigureLists lists;
  private final CityTime time;

  FigureFilesController(UnitFigures figures, FigureLists lists, CityTime time) {
    this.figures = figures;
    this.lists = lists;
    this.time = time;
  }

  @GetMapping({"/figures.csv", "/figures.xlsx"})
  @Allowed(Right.FIGURES)
  void figures(
      @RequestParam(defaultValue = "") String unit,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Unit shown = FigureLists.choose(lists.units(person), unit);
    List<String> codes = lists.codes(shown);
    Texts t = Languages.texts(person, request, time.now());
    try (Sheet sheet = Sheet.download(request, response, "figures-" + time.today())) {
      sheet.row(
          t.say("person.unit"),
          t.say("case.category"),
          t.say("figures.figure"),
          t.say("figures.count"));
      for (Which which : Which.values()) {
        row(sheet, t, shown, null, which, figures.count(codes, which, null));
      }
      for (UnitFigures.OfCategory one : figures.byCategory(codes)) {
        row(sheet, t, shown, one.name(), Which.OPEN, one.open());
        row(sheet, t, shown, one.name(), Which.LATE, one.late());
      }
    }
  }

  private static void row(Sheet sheet, Texts t, Unit unit, String category, Which which, int count)
      throws IOException {
    sheet.row(
        unit.name(),
        category,
        t.say("figures." + FigureLists.name(which)),
        Integer.toString(count));
  }

  @GetMapping({"/figures/cases.csv", "/figures/cases.xlsx"})
  @Allowed(Right.FIGURES)
  void cases(
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "open") String which,
      @RequestParam(required = false) String category,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Unit shown = FigureLists.choose(lists.units(person), unit);
    Which wanted = FigureLists.which(which);
    Texts t = Languages.texts(person, request, time.now());
    Cut<CaseFile> part = lists.cases(shown, wanted, category, 0, AT_ONCE);
    try (Sheet sheet = Sheet.download(request, response, which + "-" + time.today())) {
      sheet.row(
          t.say("cases.number"),
          t.say("cases.about"),
          t.say("case.owner"),
          t.say("cases.state"),
          t.say("case.settleBy"));
      for (int written = AT_ONCE; ; written += AT_ONCE) {
        for (CaseFile file : part.shown()) {
          write(sheet, t, lists.row(person, file));
        }
        if (!part.more()) {
          return;
        }
        if (written >= ROWS_MAX) {
          sheet.row(t.say("list.cutOff.here"));
          return;
        }
        part = lists.cases(shown, wanted, category, written, AT_ONCE);
      }
    }
  }

  private static void write(Sheet sheet, Texts t, FigureCasesPage.Row row) throws IOException {
    sheet.row(
        row.number(),
        row.path() == null ? t.say("figures.cases.hidden") : row.title(),
        row.owner(),
        t.say("case.state." + row.state()),
        row.settleBy() == null ? "" : t.exact(row.settleBy()));
  }
}
