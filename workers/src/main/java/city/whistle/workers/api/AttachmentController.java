package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.attachment.Attachment;
import city.whistle.workers.attachment.AttachmentIntake;
import city.whistle.workers.attachment.AttachmentIntake.Taken;
import city.whistle.workers.attachment.AttachmentLooks;
import city.whistle.workers.attachment.AttachmentLooks.Look;
import city.whistle.workers.attachment.AttachmentLooks.Shown;
import city.whistle.workers.attachment.AttachmentLooks.TurnedAway;
import city.whistle.workers.attachment.Attachments;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.photo.CleanPhoto;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes, lists and shows a case's photos. */
@RestController
@RequestMapping("/api/cases/{number}/attachments")
class AttachmentController {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final CaseRights rights;
  private final AttachmentIntake intake;
  private final Attachments attachments;
  private final AttachmentLooks looks;
  private final PhotoBodies bodies;

  AttachmentController(
      CaseRights rights,
      AttachmentIntake intake,
      Attachments attachments,
      AttachmentLooks looks,
      PhotoBodies bodies) {
    this.rights = rights;
    this.intake = intake;
    this.attachments = attachments;
    this.looks = looks;
    this.bodies = bodies;
  }

  /** The body is the photo. The same again answers 200 and the same. */
  @PutMapping(
      path = "/{id}",
      consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @Needs(Scope.INTAKE)
  @TakesUpTo(PhotoBodies.BYTES_MAX)
  ResponseEntity<Attachment> put(
      @PathVariable String number,
      @PathVariable String id,
      HttpServletRequest request,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    UUID photo = id(id);
    CaseFile file =
        intake.writable(client.caller(), number).orElseThrow(AttachmentController::noCase);
    Taken taken =
        bodies.use(
            request, bytes -> intake.take(file, client.caller(), photo, bytes, type(request)));
    return taken.created()
        ? ResponseEntity.created(
                URI.create("/api/cases/%s/attachments/%s".formatted(file.number(), photo)))
            .body(taken.attachment())
        : ResponseEntity.ok(taken.attachment());
  }

  static String type(HttpServletRequest request) {
    MediaType type = MediaType.parseMediaType(request.getContentType());
    return type.getType() + "/" + type.getSubtype();
  }

  @GetMapping
  @Needs(Scope.READ)
  List<Attachment> list(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return attachments.of(
        rights.seen(client.caller(), number).orElseThrow(AttachmentController::noCase).id());
  }

  /**
   * Who looks, why, and for which unit stand in the headers {@code X-Officer}, {@code X-Reason} and
   * {@code X-Unit-Code}, percent-encoded: an address would be kept in logs.
   */
  @GetMapping("/{id}")
  @Needs(Scope.REVEAL)
  ResponseEntity<?> show(
      @PathVariable String number,
      @PathVariable String id,
      HttpServletRequest request,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    UUID photo = id(id);
    Asker asker = Askers.ofHeaders(request, client);
    CaseFile file =
        rights.askable(client.caller(), number).orElseThrow(AttachmentController::noCase);
    return answer(photo, looks.look(file, photo, asker));
  }

  private static ResponseEntity<?> answer(UUID photo, Look look) {
    if (look instanceof TurnedAway away) {
      return RevealAnswers.of(away.why());
    }
    if (look instanceof Shown shown) {
      return image(photo, shown.bytes(), shown.content());
    }
    throw new NotFound("the case has no photo with this id");
  }

  /** Nobody stores it on its way. */
  static ResponseEntity<InputStreamResource> image(UUID photo, int bytes, InputStream content) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "inline; filename=\"%s.jpg\"".formatted(photo))
        .contentType(MediaType.parseMediaType(CleanPhoto.MEDIA_TYPE))
        .contentLength(bytes)
        .body(new InputStreamResource(content));
  }

  static UUID id(String text) {
    return Optional.of(text)
        .filter(id -> ID.matcher(id).matches())
        .map(UUID::fromString)
        .orElseGet(
            () -> {
              RequestFields fields = RequestFields.of(JsonNodeFactory.instance.objectNode());
              fields.refuse("id", "must be a UUID that you choose for the photo");
              fields.throwIfWrong();
              return null;
            });
  }

  private static NotFound noCase() {
    return new NotFound("there is no case with this number");
  }
}
