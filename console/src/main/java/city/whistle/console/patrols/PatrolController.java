package city.whistle.console.patrols;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.photos.PhotoParts;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.patrol.Moment;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolPhotos;
import city.whistle.workers.patrol.PatrolPhotos.Photo;
import city.whistle.workers.photo.CleanPhoto;
import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One patrol, with its photos. They show public space, so that no reason is asked for. */
@Controller
class PatrolController {

  private final LaneAccess laneAccess;
  private final Lanes lanes;
  private final PatrolWords words;
  private final PatrolPages pages;
  private final PatrolPhotos photos;
  private final PatrolPhotoDesk desk;
  private final PhotoParts parts;

  PatrolController(
      LaneAccess laneAccess,
      Lanes lanes,
      PatrolWords words,
      PatrolPages pages,
      PatrolPhotos photos,
      PatrolPhotoDesk desk,
      PhotoParts parts) {
    this.laneAccess = laneAccess;
    this.lanes = lanes;
    this.words = words;
    this.pages = pages;
    this.photos = photos;
    this.desk = desk;
    this.parts = parts;
  }

  @GetMapping("/patrols/{number}")
  @Allowed(Right.LANES)
  Answer show(@PathVariable String number, Person person) {
    return page(seen(person, number), person, List.of());
  }

  @GetMapping("/patrols/{number}/photos/{id}")
  @Allowed(Right.LANES)
  void photo(
      @PathVariable String number,
      @PathVariable String id,
      Person person,
      HttpServletResponse response)
      throws IOException {
    Patrol patrol = seen(person, number);
    Photo photo = find(patrol, id).orElseThrow(NoSuchPage::new);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setContentType(CleanPhoto.MEDIA_TYPE);
    response.setContentLength(photo.about().bytes());
    try (InputStream content = photos.open(patrol.id(), photo).orElseThrow(NoSuchPage::new)) {
      content.transferTo(response.getOutputStream());
    }
  }

  /** Adds what was missing, as long as the patrol goes on. The body is a form with files. */
  @PostMapping("/patrols/{number}/photos/{moment}")
  @Allowed(Right.PATROL)
  Answer add(
      @PathVariable String number,
      @PathVariable String moment,
      HttpServletRequest request,
      Person person) {
    Patrol patrol = seen(person, number);
    Moment when = Moment.of(moment).orElseThrow(NoSuchPage::new);
    if (!laneAccess.isOwn(person, lane(patrol))) {
      throw new NoSuchPage();
    }
    try {
      List<Optional<Message>> outcomes =
          parts.each(
              request,
              (field, value) -> {},
              (field, name, bytes) ->
                  desk.take(patrol, when, UUID.randomUUID().toString(), bytes, person));
      List<Message> wrong = outcomes.stream().flatMap(Optional::stream).distinct().toList();
      return outcomes.isEmpty() || !wrong.isEmpty()
          ? page(patrol, person, outcomes.isEmpty() ? none() : wrong)
          : Redirect.to("/patrols/" + number);
    } catch (TooBusy e) {
      return page(patrol, person, List.of(Message.of("photos.busy")));
    }
  }

  private static List<Message> none() {
    return List.of(Message.of("photos.none.sent"));
  }

  private Answer page(Patrol patrol, Person person, List<Message> wrong) {
    return pages.of(patrol, lane(patrol), person, wrong);
  }

  private Optional<Photo> find(Patrol patrol, String id) {
    try {
      return photos.find(patrol.id(), UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Patrol seen(Person person, String number) {
    return words
        .found(number)
        .filter(patrol -> laneAccess.sees(person, lane(patrol)))
        .orElseThrow(NoSuchPage::new);
  }

  private Lane lane(Patrol patrol) {
    return lanes.find(patrol.laneId()).orElseThrow(NoSuchPage::new);
  }
}
