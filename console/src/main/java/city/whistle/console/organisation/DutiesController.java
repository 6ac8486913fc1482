package city.whistle.console.organisation;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.StreetChoice;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.catalogue.Category;
import city.whistle.workers.catalogue.CategoryPath;
import city.whistle.workers.catalogue.CategorySearch;
import city.whistle.workers.organisation.StreetDuties;
import city.whistle.workers.organisation.StreetDuty;
import city.whistle.workers.organisation.UnitHistory;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says which categories a sub-district owns, helps with, or may not be given. */
@Controller
class DutiesController {

  private static final int CATEGORIES_MAX = 40;
  private static final int WORDS_MAX = 60;

  private final Categories categories;
  private final CategorySearch search;
  private final StreetDuties duties;
  private final Units units;
  private final UnitHistory history;

  DutiesController(
      Categories categories,
      CategorySearch search,
      StreetDuties duties,
      Units units,
      UnitHistory history) {
    this.categories = categories;
    this.search = search;
    this.duties = duties;
    this.units = units;
    this.history = history;
  }

  @GetMapping("/duties")
  @Allowed(Right.DUTIES)
  @Menu(38)
  Answer show(
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String street,
      Person person) {
    String sought = words.substring(0, Math.min(words.length(), WORDS_MAX));
    Optional<Unit> unit = street.isEmpty() ? own(person) : units.find(street, UnitKind.STREET);
    List<CategoryPath> found = sought.isBlank() ? List.of() : search.search(sought, CATEGORIES_MAX);
    return new DutiesPage(
        sought,
        unit.map(Unit::code).orElse(""),
        StreetChoice.all(units),
        unit.map(one -> found.stream().map(path -> row(path, one)).toList()).orElse(List.of()));
  }

  /** The sub-district whose people most often ask about it: one's own. */
  private Optional<Unit> own(Person person) {
    return person.units(Role.HANDLER, Role.LEAD).stream()
        .sorted()
        .flatMap(code -> units.find(code, UnitKind.STREET).stream())
        .findFirst();
  }

  private DutiesPage.Row row(CategoryPath path, Unit street) {
    String level = categories.find(path.code()).map(Category::limitLevel).orElse(null);
    Optional<StreetDuty> duty = duties.of(path.code(), level).about(street);
    return new DutiesPage.Row(
        path.code(),
        path.name(),
        path.top() + " › " + path.middle(),
        duty.map(StreetDuty::duty).orElse("unlisted"),
        duty.map(StreetDuty::taker).map(taker -> taker(taker, street)).orElse(null),
        duty.map(one -> list(one, street)).orElse(null));
  }

  private String taker(String taker, Unit street) {
    String code = taker.equals(StreetDuty.DISTRICT) ? street.parentCode() : taker;
    return history.names(List.of(code)).getOrDefault(code, code);
  }

  private static String list(StreetDuty duty, Unit street) {
    return Map.of(street.code(), "street", street.parentCode(), "district")
        .getOrDefault(duty.area(), "city");
  }
}
