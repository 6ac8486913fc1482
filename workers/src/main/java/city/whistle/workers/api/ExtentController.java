package city.whistle.workers.api;

import city.whistle.workers.place.ExtentReader;
import city.whistle.workers.place.ExtentReader.Extents;
import city.whistle.workers.place.StreetExtents;
import city.whistle.workers.place.StreetExtents.Ring;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes the borders of sub-districts, against which points are held. */
@RestController
class ExtentController {

  /** As large as any body. */
  private static final int BYTES_MAX = 10 * 1024 * 1024;

  /** A point is four. */
  private static final int TOKENS_MAX = 5 * ExtentReader.POINTS_MAX;

  private final ExtentReader reader;
  private final StreetExtents extents;
  private final ObjectMapper json;

  ExtentController(ExtentReader reader, StreetExtents extents, ObjectMapper json) {
    this.reader = reader;
    this.extents = extents;
    this.json = JsonBounds.reading(json, TOKENS_MAX);
  }

  /** Body: GeoJSON with {@code source}; what it doesn't name stays. */
  @PutMapping(path = "/api/streets/extents", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Scope.MODELS)
  @TakesUpTo(BYTES_MAX)
  Map<String, Long> replace(@RequestBody byte[] body) {
    Extents read = reader.read(tree(body));
    extents.replace(read.rings(), read.source());
    return Map.of("streets", read.rings().stream().map(Ring::streetCode).distinct().count());
  }

  private JsonNode tree(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "the body must be GeoJSON of at most " + ExtentReader.POINTS_MAX + " points",
          e);
    }
  }
}
