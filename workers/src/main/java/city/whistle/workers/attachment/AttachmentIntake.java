package city.whistle.workers.attachment;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.digest.Sha256;
import city.whistle.workers.photo.CleanPhoto;
import city.whistle.workers.photo.PhotoCleaner;
import city.whistle.workers.resident.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes photos for cases from those who may pass on what a resident wants. */
@Component
public class AttachmentIntake {

  private final CaseRights rights;
  private final Attachments attachments;
  private final PhotoCleaner cleaner;
  private final MasterKey key;

  AttachmentIntake(
      CaseRights rights, Attachments attachments, PhotoCleaner cleaner, MasterKey key) {
    this.rights = rights;
    this.attachments = attachments;
    this.cleaner = cleaner;
    this.key = key;
  }

  /**
   * The case, if the caller sees it and may add to it; asked before any byte of a photo is read.
   *
   * @throws city.whistle.workers.access.NotAllowed where he sees it and may not
   */
  public Optional<CaseFile> writable(Caller caller, String number) {
    Optional<CaseFile> file = rights.seen(caller, number);
    file.ifPresent(found -> rights.requireWish(caller, found, false));
    return file;
  }

  /**
   * Takes a photo; the same under the same id again changes nothing.
   *
   * @param declaredType the media type that the client says, or null
   * @throws AttachmentRefused where the case takes no such photo
   * @throws city.whistle.workers.photo.PhotoRefused where it isn't one that can be kept
   */
  public Taken take(CaseFile file, Caller caller, UUID id, byte[] bytes, String declaredType) {
    return take(file, PhotoSource.resident(caller), id, mac(file.id(), bytes), bytes, declaredType);
  }

  /**
   * Takes a photo from somebody who works on the case; the same again changes nothing. Whether he
   * may, was asked before.
   *
   * @param person as the timeline says who added it
   * @throws AttachmentRefused where the case takes no such photo
   * @throws city.whistle.workers.photo.PhotoRefused where it isn't one that can be kept
   */
  public Taken takeOfWork(CaseFile file, Caller caller, String person, byte[] bytes) {
    byte[] mac = mac(file.id(), bytes);
    return take(
        file, PhotoSource.work(caller, person), UUID.nameUUIDFromBytes(mac), mac, bytes, null);
  }

  private Taken take(
      CaseFile file, PhotoSource source, UUID id, byte[] mac, byte[] bytes, String declaredType) {
    Optional<Attachment> before = attachments.before(file, id, mac, source);
    if (before.isPresent()) {
      return new Taken(before.get(), false);
    }
    CleanPhoto photo = cleaner.clean(bytes, declaredType);
    return attachments
        .add(file.id(), id, mac, photo, source)
        .map(added -> new Taken(added, true))
        .orElseGet(() -> new Taken(attachments.find(file.id(), id).orElseThrow(), false));
  }

  /** Of this case alone: whether two cases have the same photo can't be seen. */
  private byte[] mac(UUID caseId, byte[] bytes) {
    MessageDigest digest = Sha256.start();
    digest.update(caseId.toString().getBytes(StandardCharsets.US_ASCII));
    return key.mac("attachment", digest.digest(bytes));
  }

  /**
   * @param created whether it is new
   */
  public record Taken(Attachment attachment, boolean created) {}
}
