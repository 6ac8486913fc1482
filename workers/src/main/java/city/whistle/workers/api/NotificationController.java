package city.whistle.workers.api;

import city.whistle.workers.notification.delivery.NotificationDesk;
import city.whistle.workers.notification.delivery.NotificationDesk.Repair;
import city.whistle.workers.notification.delivery.NotificationLine;
import city.whistle.workers.notification.delivery.NotificationState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what became of messages to people, and repairs what was given up. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String UNKNOWN = "there is no message with this id";

  private final NotificationDesk desk;

  NotificationController(NotificationDesk desk) {
    this.desk = desk;
  }

  /** Those that were given up, unless another state is asked for. */
  @GetMapping
  @Needs(Scope.SUPERVISE)
  Page list(QueryFields query) {
    NotificationState wanted =
        query.read(
            "state", NotificationState::of, "must be waiting, unrouted, sent, dropped or dead");
    Cursor after = query.cursor(Cursor::of);
    int max = query.limit();
    query.throwIfWrong();
    return Page.of(
        desk.list(
            wanted == null ? NotificationState.DEAD : wanted,
            after == null ? null : after.receivedAt(),
            after == null ? null : after.id(),
            max + 1),
        max);
  }

  @PostMapping("/{id}/retry")
  @Needs(Scope.SUPERVISE)
  ResponseEntity<ProblemDetail> retry(
      @PathVariable String id, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return answer(desk.retry(id(id), who(client)));
  }

  @PostMapping("/{id}/drop")
  @Needs(Scope.SUPERVISE)
  ResponseEntity<ProblemDetail> drop(
      @PathVariable String id, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return answer(desk.drop(id(id), who(client)));
  }

  private static UUID id(String text) {
    if (!text.matches(ID)) {
      throw new NotFound(UNKNOWN);
    }
    return UUID.fromString(text);
  }

  private static String who(ApiClient client) {
    return "hotline:" + client.id();
  }

  private static ResponseEntity<ProblemDetail> answer(Repair repair) {
    return switch (repair) {
      case DONE -> ResponseEntity.noContent().build();
      case NOT_DEAD ->
          ResponseEntity.of(
                  ProblemDetail.forStatusAndDetail(
                      HttpStatus.CONFLICT, "only a message that was given up can be repaired"))
              .build();
      case UNKNOWN -> throw new NotFound(UNKNOWN);
    };
  }

  /**
   * A page of messages.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<Item> items, String cursor) {

    static Page of(List<NotificationLine> found, int max) {
      boolean more = found.size() > max;
      List<NotificationLine> shown = more ? found.subList(0, max) : found;
      NotificationLine last = more ? shown.get(max - 1) : null;
      return new Page(
          shown.stream().map(Item::of).toList(),
          more ? new Cursor(last.createdAt(), last.id()).text() : null);
    }
  }

  /** A message; what doesn't apply is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      UUID id,
      String number,
      String kind,
      String recipient,
      String state,
      String reason,
      String lastError,
      String endpoint,
      int attempts,
      OffsetDateTime createdAt) {

    static Item of(NotificationLine line) {
      return new Item(
          line.id(),
          line.number(),
          line.kind(),
          line.recipient(),
          line.state().wireName(),
          line.reason(),
          line.lastError(),
          line.endpoint(),
          line.attempts(),
          line.createdAt());
    }
  }
}
