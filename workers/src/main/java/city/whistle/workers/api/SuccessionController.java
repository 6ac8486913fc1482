package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.succession.PassedOn;
import city.whistle.workers.succession.PassedOnCases;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Lists the cases that abolished units left, to whom, and where they are now. */
@RestController
class SuccessionController {

  private final PassedOnCases cases;
  private final CaseRights rights;
  private final Units units;

  SuccessionController(PassedOnCases cases, CaseRights rights, Units units) {
    this.units = units;
    this.cases = cases;
    this.rights = rights;
  }

  @GetMapping("/api/successions")
  @Needs(Scope.SUPERVISE)
  Page list(QueryFields query, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Cursor after = query.cursor(Cursor::of);
    String left = query.code("unit", units::isKnown, QueryFields.UNIT_WANTED);
    int max = query.limit();
    query.throwIfWrong();
    List<PassedOn> found =
        cases.list(
            left,
            after == null ? null : after.receivedAt(),
            after == null ? null : after.id(),
            max + 1);
    List<PassedOn> shown = found.size() > max ? found.subList(0, max) : found;
    return new Page(
        shown.stream().map(row -> item(client, row)).flatMap(Optional::stream).toList(),
        found.size() > max ? cursor(shown.get(max - 1)) : null);
  }

  private Optional<Item> item(ApiClient client, PassedOn row) {
    return rights.seen(client.caller(), row.number()).map(file -> Item.of(row, file));
  }

  private static String cursor(PassedOn last) {
    return new Cursor(last.at(), last.caseId()).text();
  }

  /**
   * A page.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<Item> items, String cursor) {}

  /**
   * A case that was passed on.
   *
   * @param to left out where the dispatchers decide
   * @param owner who has it now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String number, String from, String to, OffsetDateTime at, String status, UnitRef owner) {

    static Item of(PassedOn row, CaseFile file) {
      return new Item(
          row.number(), row.from(), row.to(), row.at(), file.status().wireName(), file.owner());
    }
  }
}
