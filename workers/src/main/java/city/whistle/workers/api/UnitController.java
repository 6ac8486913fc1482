package city.whistle.workers.api;

import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the organisation. */
@RestController
class UnitController {

  private final Units units;

  UnitController(Units units) {
    this.units = units;
  }

  @GetMapping("/api/units")
  @Needs(Scope.READ)
  List<UnitView> list(
      @RequestParam(required = false) String parent, @RequestParam(required = false) String kind) {
    return units.list(parent, kind == null ? null : kind(kind)).stream().map(UnitView::of).toList();
  }

  private static UnitKind kind(String name) {
    try {
      return UnitKind.of(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(
          List.of(
              new FieldProblem(
                  "kind", "must be one of city, district, street, department, enterprise")));
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
