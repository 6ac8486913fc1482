package city.whistle.workers.api;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists the organisation, and shows units with their history. */
@RestController
class UnitController {

  private static final String KIND_WANTED =
      "must be one of "
          + Stream.of(UnitKind.values()).map(UnitKind::wireName).collect(Collectors.joining(", "));

  private final Units units;
  private final UnitDetails details;

  UnitController(Units units, UnitDetails details) {
    this.units = units;
    this.details = details;
  }

  /** With all that it was, whom it comes from, its bodies and who is on duty at a time. */
  @GetMapping("/api/units/{code}")
  @Needs(Scope.READ)
  UnitDetails.View show(@PathVariable String code, QueryFields query) {
    OffsetDateTime at = query.time("at");
    query.throwIfWrong();
    return details
        .of(code, at)
        .orElseThrow(() -> new NotFound("there is no unit with this code, and there never was"));
  }

  @GetMapping("/api/units")
  @Needs(Scope.READ)
  List<UnitView> list(QueryFields query) {
    String parent =
        query.code(
            "parent", units::isKnown, "must be the code of a unit; GET /api/units lists all");
    UnitKind kind = query.read("kind", UnitController::kind, KIND_WANTED);
    LocalDate on = query.read("on", UnitController::day, "must be a day such as 2026-04-01");
    query.throwIfWrong();
    return units.list(parent, kind, on).stream().map(UnitView::of).toList();
  }

  private static Optional<UnitKind> kind(String name) {
    return Stream.of(UnitKind.values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnitView(String code, String name, String kind, String form, String parent) {

    static UnitView of(Unit unit) {
      return new UnitView(
          unit.code(), unit.name(), unit.kind().wireName(), unit.form(), unit.parentCode());
    }
  }
}
