package city.whistle.workers.intake;

import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.intake.SimilarCases.Sought;
import city.whistle.workers.place.PublicPlaces;
import city.whistle.workers.place.PublicPlaces.Area;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what somebody is about to complain of, before a case is opened. Nothing of it is kept. */
@Component
public class SoughtReader {

  private final PlaceReader placeReader;
  private final PublicPlaces places;
  private final Categories categories;

  SoughtReader(PlaceReader placeReader, PublicPlaces places, Categories categories) {
    this.placeReader = placeReader;
    this.places = places;
    this.categories = categories;
  }

  /**
   * @throws InvalidRequest naming every bad field
   */
  public About read(JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    String category =
        fields.requiredText("categoryCode", 20) == null
            ? null
            : fields.checkedText(
                "categoryCode",
                20,
                code -> categories.find(code).isPresent(),
                "must be the code of a category of the third level");
    String title = fields.text("title", 200);
    CaseRequest.Place place = placeReader.read(fields.object("place"));
    fields.refuseOthers();
    fields.throwIfWrong();
    Optional<Area> area =
        place.latitude() == null
            ? Optional.empty()
            : places.area(category, place.latitude(), place.longitude());
    return new About(
        new Sought(category, place.districtCode(), place.streetCode(), place.address(), title),
        area.orElse(null));
  }

  /**
   * What is sought.
   *
   * @param area the public place; null where it has none
   */
  public record About(Sought sought, Area area) {}
}
