package city.whistle.console.figures;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Cut;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.UnitFigures;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Whose figures a person sees, and the cases behind each. */
@Component
class FigureLists {

  private final UnitFigures figures;
  private final CaseFiles cases;
  private final Units units;
  private final Access access;

  FigureLists(UnitFigures figures, CaseFiles cases, Units units, Access access) {
    this.figures = figures;
    this.cases = cases;
    this.units = units;
    this.access = access;
  }

  /**
   * His own, those that are no more among them. Who has none and sees the whole city sees those of
   * all districts.
   *
   * @throws NoSuchPage where nobody's figures are his to see
   */
  List<Unit> units(Person person) {
    List<Unit> own =
        person.units(Role.HANDLER, Role.LEAD, Role.SUPERVISOR).stream()
            .sorted()
            .flatMap(code -> units.orFormer(code).stream())
            .toList();
    if (own.isEmpty() && !access.seesAll(person)) {
      throw new NoSuchPage();
    }
    return own.isEmpty() ? units.list(null, UnitKind.DISTRICT) : own;
  }

  /**
   * @param code empty for the first
   * @throws NoSuchPage where it isn't one of them
   */
  static Unit choose(List<Unit> own, String code) {
    return own.stream()
        .filter(unit -> code.isEmpty() || unit.code().equals(code))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  /** Its own first. */
  List<String> codes(Unit unit) {
    return Stream.concat(Stream.of(unit.code()), units.withBelow(unit.code()).stream())
        .distinct()
        .toList();
  }

  /**
   * @throws NoSuchPage where there is no such figure
   */
  static Which which(String name) {
    return Arrays.stream(Which.values())
        .filter(one -> name(one).equals(name))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  static String name(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The cases behind a figure, the earliest limit first.
   *
   * @param category null for all
   */
  Cut<CaseFile> cases(Unit unit, Which which, String category, int skip, int max) {
    return Cut.of(
        cases.list(figures.list(codes(unit), which, category, skip, Cut.wanted(max))), max);
  }

  /** What the person may know of each, in their order. */
  List<FigureCasesPage.Row> rows(Person person, List<CaseFile> files) {
    Set<UUID> seen = access.seenOf(person, files);
    return files.stream().map(file -> row(file, seen.contains(file.id()))).toList();
  }

  private static FigureCasesPage.Row row(CaseFile file, boolean seen) {
    return new FigureCasesPage.Row(
        file.number(),
        seen ? file.about().title() : "",
        file.owner().name(),
        file.status().wireName(),
        seen ? "/cases/" + file.number() : null,
        file.status().isFinal() ? null : file.limits().settleBy());
  }

  static String path(Unit unit, Which which, String category, int skip) {
    UriComponentsBuilder path =
        UriComponentsBuilder.fromPath("/figures/cases")
            .queryParam("unit", unit.code())
            .queryParam("which", name(which));
    if (category != null) {
      path.queryParam("category", category);
    }
    if (skip > 0) {
      path.queryParam("skip", skip);
    }
    return path.encode().build().toUriString();
  }
}
