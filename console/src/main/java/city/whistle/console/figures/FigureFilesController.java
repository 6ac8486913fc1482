package city.whistle.console.figures;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.ListFile;
import city.whistle.console.layout.ListPart;
import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.UnitFigures;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.unit.Unit;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A unit's figures, and the cases behind one, as files. They say where they were cut off. */
@Controller
class FigureFilesController {

  private static final int AT_ONCE = 500;
  private static final int PARTS_MAX = 20;
  private static final List<String> CASES_HEAD =
      List.of("cases.number", "cases.about", "case.owner", "cases.state", "case.settleBy");

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
  Answer figures(@RequestParam(defaultValue = "") String unit, Person person) {
    Unit shown = FigureLists.choose(lists.units(person), unit);
    return new ListFile("figures-" + time.today(), (sheet, t) -> write(sheet, t, shown));
  }

  private void write(Sheet sheet, Texts t, Unit unit) throws IOException {
    List<String> codes = lists.codes(unit);
    sheet.row(
        t.say("person.unit"),
        t.say("case.category"),
        t.say("figures.figure"),
        t.say("figures.count"));
    for (Which which : Which.values()) {
      row(sheet, t, unit, null, which, figures.count(codes, which));
    }
    for (UnitFigures.OfCategory one : figures.byCategory(codes)) {
      row(sheet, t, unit, one.name(), Which.OPEN, one.open());
      row(sheet, t, unit, one.name(), Which.LATE, one.late());
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
  Answer cases(
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "open") String which,
      @RequestParam(required = false) String category,
      Person person) {
    Unit shown = FigureLists.choose(lists.units(person), unit);
    return ListFile.of(
        which + "-" + time.today(),
        CASES_HEAD,
        part(person, shown, FigureLists.which(which), category, 0),
        PARTS_MAX,
        FigureFilesController::write);
  }

  private ListPart<FigureCasesPage.Row> part(
      Person person, Unit unit, Which which, String category, int skip) {
    Cut<CaseFile> found = lists.cases(unit, which, category, skip, AT_ONCE);
    return ListPart.of(
        new Cut<>(lists.rows(person, found.shown()), found.more()),
        last -> part(person, unit, which, category, skip + AT_ONCE));
  }

  private static void write(Sheet sheet, Texts t, FigureCasesPage.Row row) throws IOException {
    sheet.row(
        row.number(),
        row.path() == null ? t.say("figures.cases.hidden") : row.title(),
        row.owner(),
        t.say("case.state." + row.state()),
        Sheet.time(row.settleBy()));
  }
}
