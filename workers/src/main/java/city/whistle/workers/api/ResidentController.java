package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.ResidentErasure;
import city.whistle.workers.disclosure.ResidentReveals;
import city.whistle.workers.disclosure.RevealedPart;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.resident.AccessLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and destroys a resident's data, and tells who saw them. */
@RestController
@RequestMapping("/api/cases/{number}/resident")
class ResidentController {

  private static final String PARTS =
      Stream.of(RevealedPart.values())
          .map(RevealedPart::wireName)
          .collect(Collectors.joining(", "));

  private final CaseRights rights;
  private final ResidentReveals reveals;
  private final ResidentErasure erasure;
  private final AccessLog log;

  ResidentController(
      CaseRights rights, ResidentReveals reveals, ResidentErasure erasure, AccessLog log) {
    this.rights = rights;
    this.reveals = reveals;
    this.erasure = erasure;
    this.log = log;
  }

  /** Body {@code {officer, reason, unitCode?, parts?}}; without parts, all are asked for. */
  @PostMapping("/reveal")
  @Needs(Scope.REVEAL)
  ResponseEntity<Object> reveal(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    Asker asker = Askers.ofBody(fields, client);
    Set<RevealedPart> parts = parts(fields);
    fields.refuseOthers();
    fields.throwIfWrong();
    return RevealAnswers.of(reveals.reveal(find(client, number), asker, List.copyOf(parts)));
  }

  /** Body {@code {officer, reason}}; asked again, answers the same. */
  @PostMapping("/erase")
  @Needs(Scope.ERASE)
  Erasure erase(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    Asker asker = Askers.ofBodyWithoutUnit(fields, client);
    fields.refuseOthers();
    fields.throwIfWrong();
    return new Erasure(number, erasure.erase(find(client, number), asker));
  }

  @GetMapping("/reveals")
  @Needs(Scope.AUDIT)
  RevealPage list(
      @PathVariable String number,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Long after = query.cursor(RevealPage::cursor);
    int max = query.limit();
    query.throwIfWrong();
    return RevealPage.of(
        log.of(find(client, number).id(), after == null ? 0 : after, max + 1), max);
  }

  private static Set<RevealedPart> parts(RequestFields fields) {
    List<String> names = fields.texts("parts", RevealedPart.values().length, 20);
    if (names == null || names.isEmpty()) {
      return EnumSet.allOf(RevealedPart.class);
    }
    Set<RevealedPart> parts = EnumSet.noneOf(RevealedPart.class);
    names.stream().map(RevealedPart::of).flatMap(Optional::stream).forEach(parts::add);
    if (parts.size() < names.size()) {
      fields.refuse("parts", "must be some of " + PARTS + ", each once");
    }
    return parts;
  }

  private CaseFile find(ApiClient client, String number) {
    return rights
        .askable(client.caller(), number)
        .orElseThrow(() -> new NotFound("there is no case with this number"));
  }

  /** That a resident's data are gone, and since when. */
  record Erasure(String number, OffsetDateTime erasedAt) {}
}
