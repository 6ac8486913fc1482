package city.whistle.workers.api;

import city.whistle.workers.access.Caller;
import city.whistle.workers.attachment.Attachment;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.patrol.Moment;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolFilter;
import city.whistle.workers.patrol.PatrolPhotos;
import city.whistle.workers.patrol.PatrolPhotos.Photo;
import city.whistle.workers.patrol.PatrolPhotos.Taken;
import city.whistle.workers.patrol.PatrolReports;
import city.whistle.workers.patrol.PatrolReports.Reported;
import city.whistle.workers.patrol.PatrolState;
import city.whistle.workers.patrol.Patrols;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes, lists and shows patrols. */
@RestController
@RequestMapping("/api/patrols")
class PatrolController {

  private static final String STATE_WANTED =
      "must be one of "
          + Arrays.stream(PatrolState.values())
              .map(PatrolState::wireName)
              .collect(Collectors.joining(", "));

  private final PatrolReports reports;
  private final Patrols patrols;
  private final PatrolPhotos photos;
  private final PhotoBodies bodies;
  private final Lanes lanes;
  private final Units units;

  PatrolController(
      PatrolReports reports,
      Patrols patrols,
      PatrolPhotos photos,
      PhotoBodies bodies,
      Lanes lanes,
      Units units) {
    this.reports = reports;
    this.patrols = patrols;
    this.photos = photos;
    this.bodies = bodies;
    this.lanes = lanes;
    this.units = units;
  }

  @PostMapping
  @Needs(Scope.PATROL)
  ResponseEntity<PatrolView> report(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Reported reported = reports.report(client.caller(), body);
    PatrolView view = view(reported.patrol());
    return reported.created()
        ? ResponseEntity.created(URI.create("/api/patrols/" + view.number())).body(view)
        : ResponseEntity.ok(view);
  }

  @GetMapping("/{number}")
  @Needs(Scope.READ)
  PatrolView show(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return view(require(client.caller(), number));
  }

  /** The last walked first. */
  @GetMapping
  @Needs(Scope.READ)
  Page list(QueryFields query, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Cursor after = query.cursor(Cursor::of);
    int max = query.limit();
    OffsetDateTime from = query.time("from");
    OffsetDateTime to = query.time("to");
    query.require(from == null || to == null || from.isBefore(to), "from", "must lie before to");
    String street =
        query.code(
            "street",
            code -> units.find(code, UnitKind.STREET).isPresent(),
            "must be the code of a sub-district or township");
    String lane = query.code("lane", id -> lanes.find(id).isPresent(), "must be the id of a lane");
    PatrolState state = query.read("state", PatrolState::of, STATE_WANTED);
    query.throwIfWrong();
    List<Patrol> found =
        patrols.list(
            new PatrolFilter(
                reports.streets(client.caller(), street),
                lane == null ? null : List.of(lane),
                state,
                from,
                to,
                after == null ? null : after.receivedAt(),
                after == null ? null : after.id(),
                max + 1));
    boolean more = found.size() > max;
    Patrol last = more ? found.get(max - 1) : null;
    return new Page(
        found.stream().limit(max).map(this::view).toList(),
        more ? new Cursor(last.walkedAt(), last.id()).text() : null);
  }

  /** The body is the photo. The same again answers 200 and the same. */
  @PutMapping(
      path = "/{number}/photos/{moment:before|after}/{id}",
      consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @Needs(Scope.PATROL)
  @TakesUpTo(PhotoBodies.BYTES_MAX)
  ResponseEntity<Attachment> put(
      @PathVariable String number,
      @PathVariable String moment,
      @PathVariable String id,
      HttpServletRequest request,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    UUID photo = AttachmentController.id(id);
    Patrol patrol = require(client.caller(), number);
    Taken taken =
        bodies.use(
            request,
            bytes ->
                photos.take(
                    patrol,
                    Moment.of(moment).orElseThrow(),
                    photo,
                    bytes,
                    AttachmentController.type(request),
                    client.id()));
    URI path = URI.create("/api/patrols/%s/photos/%s/%s".formatted(number, moment, photo));
    return taken.created()
        ? ResponseEntity.created(path).body(taken.photo().about())
        : ResponseEntity.ok(taken.photo().about());
  }

  /** The oldest first; what they show, {@link #photo} answers. */
  @GetMapping("/{number}/photos")
  @Needs(Scope.READ)
  List<PhotoView> photos(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return photos.of(require(client.caller(), number).id()).stream().map(PhotoView::of).toList();
  }

  /** The photo itself, for whoever may know of the patrol. */
  @GetMapping("/{number}/photos/{moment:before|after}/{id}")
  @Needs(Scope.READ)
  ResponseEntity<InputStreamResource> photo(
      @PathVariable String number,
      @PathVariable String moment,
      @PathVariable String id,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    UUID photo = AttachmentController.id(id);
    Patrol patrol = require(client.caller(), number);
    Photo found =
        photos
            .find(patrol.id(), photo)
            .filter(one -> one.moment().wireName().equals(moment))
            .orElseThrow(() -> new NotFound("the patrol has no photo with this id"));
    return AttachmentController.image(
        photo, found.about().bytes(), photos.open(patrol.id(), found).orElseThrow());
  }

  private Patrol require(Caller caller, String number) {
    return reports
        .find(caller, number)
        .orElseThrow(() -> new NotFound("there is no patrol with this number"));
  }

  private PatrolView view(Patrol patrol) {
    return PatrolView.of(patrol, patrol.isClean() ? List.of() : photos.of(patrol.id()));
  }

  /**
   * What is known of a photo.
   *
   * @param moment {@code before} or {@code after}
   */
  record PhotoView(String moment, @JsonUnwrapped Attachment about) {

    static PhotoView of(Photo photo) {
      return new PhotoView(photo.moment().wireName(), photo.about());
    }
  }

  /**
   * A page of patrols.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<PatrolView> items, String cursor) {}
}
