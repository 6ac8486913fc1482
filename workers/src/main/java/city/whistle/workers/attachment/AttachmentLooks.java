package city.whistle.workers.attachment;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.RevealDoor;
import city.whistle.workers.disclosure.RevealDoor.Asked;
import city.whistle.workers.disclosure.RevealOutcome;
import city.whistle.workers.resident.AccessLog;
import city.whistle.workers.resident.SealedFiles;
import city.whistle.workers.resident.VaultAccess;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a photo as a resident's data are shown. A photo may show a face, a door, a number: of a
 * confidential case the owner doesn't see it.
 */
@Component
public class AttachmentLooks {

  private final RevealDoor door;
  private final Attachments attachments;
  private final SealedFiles files;
  private final AccessLog log;
  private final CityTime time;

  AttachmentLooks(
      RevealDoor door, Attachments attachments, SealedFiles files, AccessLog log, CityTime time) {
    this.door = door;
    this.attachments = attachments;
    this.files = files;
    this.log = log;
    this.time = time;
  }

  /** Writes the look down, and opens the photo or says why not. */
  @Transactional
  public Look look(CaseFile file, UUID id, Asker asker) {
    VaultAccess access = door.access(file, asker, lookId(file, asker));
    Asked asked = new Asked(List.of("photo:" + id), true);
    Optional<RevealOutcome> away = door.turnedAway(file, access, asked);
    if (away.isPresent()) {
      return new TurnedAway(away.get());
    }
    Optional<Attachment> photo = attachments.find(file.id(), id);
    if (photo.isEmpty()) {
      log.absent(file.id(), asked.parts().get(0), access);
      return new NoSuchPhoto();
    }
    log.shown(file.id(), asked.parts().get(0), access);
    door.noteShown(file, access, asked);
    int bytes = photo.get().bytes();
    return new Shown(bytes, files.open(file.id(), id, bytes).orElseThrow());
  }

  /** One for the photos of a case at which one person looks within an hour: they count once. */
  private UUID lookId(CaseFile file, Asker asker) {
    String look =
        String.join(
            "|",
            asker.clientId(),
            asker.officer(),
            file.id().toString(),
            time.now().truncatedTo(ChronoUnit.HOURS).toInstant().toString());
    return UUID.nameUUIDFromBytes(look.getBytes(StandardCharsets.UTF_8));
  }

  /** What became of it. */
  public sealed interface Look {}

  /**
   * @param content a JPEG of that many bytes, read as it is sent on
   */
  public record Shown(int bytes, InputStream content) implements Look {}

  /** Why he doesn't see it. */
  public record TurnedAway(RevealOutcome why) implements Look {}

  /** The case has no photo under the id. */
  public record NoSuchPhoto() implements Look {}
}
