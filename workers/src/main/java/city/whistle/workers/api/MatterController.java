package city.whistle.workers.api;

import city.whistle.workers.burst.Matter;
import city.whistle.workers.burst.MatterViews;
import city.whistle.workers.burst.MatterViews.View;
import city.whistle.workers.casefile.CaseFile;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Shows bursts of complaints, and what became of them. */
@RestController
class MatterController {

  private final MatterViews matters;

  MatterController(MatterViews matters) {
    this.matters = matters;
  }

  /** Open ones first, then the newest; {@code open=true} leaves the others out. */
  @GetMapping("/api/matters")
  @Needs(Scope.READ)
  List<MatterView> list(
      QueryFields query, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Boolean open =
        query.read(
            "open",
            text ->
                Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf),
            "must be true or false");
    int max = query.limit();
    query.throwIfWrong();
    return matters.list(client.caller(), Boolean.TRUE.equals(open), max).stream()
        .map(view -> MatterView.of(view, null))
        .toList();
  }

  @GetMapping("/api/matters/{number}")
  @Needs(Scope.READ)
  MatterView show(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return matters
        .find(client.caller(), number)
        .map(
            view ->
                MatterView.of(
                    view,
                    matters.cases(client.caller(), view.matter()).stream()
                        .map(CaseFile::number)
                        .toList()))
        .orElseThrow(() -> new NotFound("there is no matter with this number"));
  }

  /**
   * A burst; what doesn't apply is left out.
   *
   * @param state {@code open}, or what was decided
   * @param cases how many complaints belong to it by now
   * @param caseNumbers of those that the client may know of, the latest first, 200 at most; left
   *     out in the list
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MatterView(
      String number,
      String state,
      String categoryCode,
      String categoryName,
      String placeCode,
      String placeName,
      OffsetDateTime foundAt,
      OffsetDateTime since,
      int seen,
      double expected,
      int cases,
      String note,
      String whistle,
      OffsetDateTime closedAt,
      List<String> caseNumbers) {

    static MatterView of(View view, List<String> caseNumbers) {
      Matter matter = view.matter();
      return new MatterView(
          matter.number(),
          matter.isOpen() ? "open" : matter.decision(),
          matter.categoryCode(),
          matter.categoryName(),
          matter.placeCode(),
          view.placeName(),
          matter.foundAt(),
          matter.since(),
          matter.seen(),
          matter.expected(),
          view.cases(),
          matter.note(),
          matter.whistleNumber(),
          matter.closedAt(),
          caseNumbers);
    }
  }
}
