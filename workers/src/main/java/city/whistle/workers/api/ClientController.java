package city.whistle.workers.api;

import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets clients in, tells who is in, and shuts them out. */
@RestController
@RequestMapping("/api/clients")
class ClientController {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
  private static final String SCOPES =
      Stream.of(Scope.values()).map(Scope::wireName).collect(Collectors.joining(", "));

  /** What only the hotline or the centre does. */
  private static final Set<Scope> CENTRAL =
      EnumSet.of(
          Scope.ERASE, Scope.SUPERVISE, Scope.MODELS, Scope.ORGANISATION, Scope.AUDIT, Scope.ADMIN);

  private final ApiClients clients;
  private final Units units;

  ClientController(ApiClients clients, Units units) {
    this.clients = clients;
    this.units = units;
  }

  @GetMapping
  @Needs(Scope.ADMIN)
  List<ClientView> list() {
    return clients.list().stream().map(ClientView::of).toList();
  }

  /** Gives the client a new key, which is shown this once; an earlier key is good no longer. */
  @PutMapping("/{id}")
  @Needs(Scope.ADMIN)
  ResponseEntity<NewKey> admit(@PathVariable String id, @RequestBody JsonNode body) {
    String key = ApiClients.newKey();
    clients.admit(read(id, body), key);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new NewKey(id, key));
  }

  @DeleteMapping("/{id}")
  @Needs(Scope.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void shutOut(@PathVariable String id) {
    if (!clients.shutOut(id)) {
      throw new NotFound("there is no client with this id");
    }
  }

  private ApiClient read(String id, JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    if (!id.matches(ID)) {
      fields.refuse("id", "must be up to 40 small letters, digits and hyphens");
    }
    ApiClient client =
        new ApiClient(
            id,
            fields.requiredText("name", 100),
            scopes(fields),
            fields.checkedText(
                "unitCode", 40, code -> units.find(code).isPresent(), "must be a unit's code"));
    if (client.unitCode() != null && client.scopes().stream().anyMatch(CENTRAL::contains)) {
      fields.refuse(
          "scopes",
          "of a unit's own system can't hold erase, supervise, models, organisation, audit or admin");
    }
    fields.refuseOthers();
    fields.throwIfWrong();
    return client;
  }

  private static Set<Scope> scopes(RequestFields fields) {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    List<String> names = fields.texts("scopes", Scope.values().length, 20);
    if (names == null) {
      return scopes;
    }
    names.stream().map(Scope::of).flatMap(Optional::stream).forEach(scopes::add);
    if (scopes.isEmpty() || scopes.size() < names.size()) {
      fields.refuse("scopes", "must be one or more of " + SCOPES + ", each once");
    }
    return scopes;
  }

  /** A client's new key, shown once. */
  record NewKey(String id, String key) {}

  /**
   * A client as the API shows it.
   *
   * @param unitCode left out for the hotline or the centre
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClientView(String id, String name, List<String> scopes, String unitCode) {

    static ClientView of(ApiClient client) {
      return new ClientView(
          client.id(),
          client.name(),
          client.scopes().stream().map(Scope::wireName).toList(),
          client.unitCode());
    }
  }
}
