package city.whistle.console.photos;

import city.whistle.console.layout.Message;
import city.whistle.workers.access.Caller;
import city.whistle.workers.attachment.AttachmentIntake;
import city.whistle.workers.attachment.AttachmentRefused;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.photo.PhotoPlaces;
import city.whistle.workers.photo.PhotoRefused;
import org.springframework.stereotype.Component;

/** Takes a photo, or says what is wrong with it. */
@Component
public class PhotoDesk {

  private static final int NAME_MAX = 60;
  private static final int MEGABYTES_MAX = PhotoPlaces.BYTES_MAX / 1024 / 1024;

  private final AttachmentIntake intake;

  PhotoDesk(AttachmentIntake intake) {
    this.intake = intake;
  }

  Outcome take(CaseFile file, Caller caller, String person, String name, byte[] bytes) {
    Message problem = bytes.length > PhotoPlaces.BYTES_MAX ? tooLarge() : null;
    if (problem == null) {
      try {
        intake.takeOfWork(file, caller, person, bytes);
      } catch (PhotoRefused e) {
        problem = Message.of(e.isOtherType() ? "photos.wrong.type" : "photos.wrong.content");
      } catch (AttachmentRefused e) {
        problem =
            Message.of(
                e.isGone()
                    ? "photos.erased"
                    : file.status().isFinal() ? "photos.over" : "photos.full");
      }
    }
    return new Outcome(
        name.length() > NAME_MAX ? name.substring(name.length() - NAME_MAX) : name, problem);
  }

  private static Message tooLarge() {
    return Message.of("photos.wrong.size", MEGABYTES_MAX);
  }

  /**
   * What became of a file.
   *
   * @param name as the browser called it
   * @param problem null where it was taken
   */
  public record Outcome(String name, Message problem) {}
}
