package city.whistle.workers.intake;

import city.whistle.workers.intake.CaseRequest.Place;
import city.whistle.workers.place.Point;
import city.whistle.workers.place.PointReader;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import org.springframework.stereotype.Component;

/** Reads and checks where a matter is. */
@Component
class PlaceReader {

  private final Units units;

  PlaceReader(Units units) {
    this.units = units;
  }

  Place read(RequestFields fields) {
    String district = fields.requiredText("districtCode", 20);
    if (district != null && units.find(district, UnitKind.DISTRICT).isEmpty()) {
      fields.refuse("districtCode", "must be the code of a district such as 110102");
    }
    String street = street(fields, district);
    String address = fields.text("address", 300);
    Point point = PointReader.read(fields).orElse(null);
    fields.refuseOthers();
    return new Place(
        district,
        street,
        address,
        point == null ? null : point.latitude(),
        point == null ? null : point.longitude());
  }

  private String street(RequestFields fields, String district) {
    return fields.checkedText(
        "streetCode",
        20,
        code ->
            units
                .find(code, UnitKind.STREET)
                .filter(unit -> unit.parentCode().equals(district))
                .isPresent(),
        "must be the code of a sub-district or township of the district");
  }
}
