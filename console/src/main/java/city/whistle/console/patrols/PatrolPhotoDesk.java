package city.whistle.console.patrols;

import city.whistle.console.account.Person;
import city.whistle.console.layout.Message;
import city.whistle.workers.patrol.Moment;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolPhotos;
import city.whistle.workers.patrol.PatrolRefused;
import city.whistle.workers.photo.PhotoPlaces;
import city.whistle.workers.photo.PhotoRefused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a photo of a patrol, or says what is wrong with it. */
@Component
class PatrolPhotoDesk {

  private static final int MEGABYTES_MAX = PhotoPlaces.BYTES_MAX / 1024 / 1024;

  private final PatrolPhotos photos;

  PatrolPhotoDesk(PatrolPhotos photos) {
    this.photos = photos;
  }

  /**
   * What is wrong with it; empty where it was taken, now or before.
   *
   * @param name which of the patrol's photos of that moment it is: sent again it stays one photo
   */
  Optional<Message> take(Patrol patrol, Moment moment, String name, byte[] bytes, Person person) {
    if (bytes.length > PhotoPlaces.BYTES_MAX) {
      return Optional.of(Message.of("photos.wrong.size", MEGABYTES_MAX));
    }
    String id = patrol.number() + " " + moment.wireName() + " " + name;
    try {
      photos.take(
          patrol,
          moment,
          UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
          bytes,
          null,
          "console:" + person.id());
      return Optional.empty();
    } catch (PhotoRefused e) {
      return Optional.of(
          Message.of(e.isOtherType() ? "photos.wrong.type" : "photos.wrong.content"));
    } catch (PatrolRefused e) {
      return Optional.of(
          Message.of(
              patrol.endedAt() == null ? "patrol.photos.full" : "patrol.photos.over",
              PatrolPhotos.MAX));
    }
  }
}
