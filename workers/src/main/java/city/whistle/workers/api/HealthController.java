package city.whistle.workers.api;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a client whether to send now: that the program answers, and that its database does. Says
 * nothing else, since anybody may ask.
 */
@RestController
class HealthController {

  private final DatabasePulse database;

  HealthController(DatabasePulse database) {
    this.database = database;
  }

  @GetMapping("/api/health")
  @OpenToAll
  ResponseEntity<Map<String, String>> health() {
    return database.beats()
        ? ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(status("up"))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, "5")
            .body(status("databaseAway"));
  }

  private static Map<String, String> status(String status) {
    return Map.of("status", status);
  }
}
