package city.whistle.workers.api;

import city.whistle.workers.place.ExtentReader;
import city.whistle.workers.place.ExtentReader.Extents;
import city.whistle.workers.place.StreetExtents;
import city.whistle.workers.place.StreetExtents.Ring;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the borders of sub-districts, against which points are held. */
@RestController
class ExtentController {

  private static final int BYTES_MAX = 16 * 1024 * 1024;

  private final ExtentReader reader;
  private final StreetExtents extents;

  ExtentController(ExtentReader reader, StreetExtents extents) {
    this.reader = reader;
    this.extents = extents;
  }

  /** Body: GeoJSON with {@code source}; what it doesn't name stays. */
  @PutMapping("/api/streets/extents")
  @Needs(Scope.MODELS)
  @TakesUpTo(BYTES_MAX)
  Map<String, Long> replace(@RequestBody JsonNode body) {
    Extents read = reader.read(body);
    extents.replace(read.rings(), read.source());
    return Map.of("streets", read.rings().stream().map(Ring::streetCode).distinct().count());
  }
}
