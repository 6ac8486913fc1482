package city.whistle.workers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a client whether to send now: that the program answers, and that its database does; and
 * whoever watches over it, in how many places registry and engine differ. Says nothing else, since
 * anybody may ask.
 */
@RestController
class HealthController {

  private final DatabasePulse database;
  private final DifferenceCount differences;

  HealthController(DatabasePulse database, DifferenceCount differences) {
    this.database = database;
    this.differences = differences;
  }

  @GetMapping("/api/health")
  @OpenToAll
  ResponseEntity<Health> health() {
    return database.beats()
        ? ResponseEntity.ok()
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .body(new Health("up", differences.number()))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, "5")
            .body(new Health("databaseAway", null));
  }

  /**
   * @param differences null where nothing was compared yet, or can't be known now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Health(String status, Integer differences) {}
}
