package city.whistle.workers.api;

import city.whistle.workers.api.DescriptionPage.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the API can do: as OpenAPI for programs, as a page for people. */
@RestController
class DescriptionController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final Description description;
  private final DescriptionPage page;

  DescriptionController(Description description, DescriptionPage page) {
    this.description = description;
    this.page = page;
  }

  @GetMapping("/api/openapi.json")
  @OpenToAll
  JsonNode document() {
    return description.document();
  }

  @GetMapping("/api")
  @OpenToAll
  ResponseEntity<String> page(QueryFields query, Locale locale) {
    Language asked = query.read("lang", Language::of, "must be zh or en");
    query.throwIfWrong();
    Language language =
        Optional.ofNullable(asked).or(() -> Language.of(locale.getLanguage())).orElse(Language.EN);
    return ResponseEntity.ok()
        .contentType(HTML)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(page.html(language));
  }
}
