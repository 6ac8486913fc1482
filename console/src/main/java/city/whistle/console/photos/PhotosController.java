package city.whistle.console.photos;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import city.whistle.console.photos.PhotoDesk.Outcome;
import city.whistle.console.photos.PhotosPage.Photo;
import city.whistle.workers.access.Caller;
import city.whistle.workers.attachment.AttachmentRefused;
import city.whistle.workers.attachment.Attachments;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case's photos: listed, added, opened with a reason. */
@Controller
class PhotosController {

  private static final int REASON_MIN = 2;
  private static final int REASON_MAX = 200;

  private final Access access;
  private final Attachments attachments;
  private final PhotoParts parts;
  private final PhotoDesk desk;
  private final LookReasons reasons;

  PhotosController(
      Access access,
      Attachments attachments,
      PhotoParts parts,
      PhotoDesk desk,
      LookReasons reasons) {
    this.access = access;
    this.attachments = attachments;
    this.parts = parts;
    this.desk = desk;
    this.reasons = reasons;
  }

  @GetMapping("/cases/{number}/photos")
  @Allowed(Right.REVEAL)
  Answer list(@PathVariable String number, Person person, HttpServletRequest request) {
    return page(require(person, number), request, List.of(), null);
  }

  /** Says why; from now on they are shown for a while. */
  @PostMapping("/cases/{number}/photos/look")
  @Allowed(Right.REVEAL)
  Answer look(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      HttpServletRequest request) {
    CaseFile file = require(person, number);
    if (reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX) {
      return page(
          file, request, List.of(), Message.of("resident.reason.wrong", REASON_MIN, REASON_MAX));
    }
    reasons.give(request.getSession(), file.number(), reason.strip());
    return Redirect.to(path(file));
  }

  /** The body is a form with files; one that can't be taken keeps out none of the others. */
  @PostMapping("/cases/{number}/photos")
  @Allowed(Right.REVEAL)
  Answer add(@PathVariable String number, Person person, HttpServletRequest request) {
    CaseFile file = require(person, number);
    Caller caller = access.callerFor(person, number).orElseThrow(NoSuchPage::new);
    try {
      List<Outcome> outcomes =
          parts.each(request, (name, bytes) -> desk.take(file, caller, person.id(), name, bytes));
      return page(
          file, request, outcomes, outcomes.isEmpty() ? Message.of("photos.none.sent") : null);
    } catch (TooBusy e) {
      return page(file, request, List.of(), Message.of("photos.busy"));
    }
  }

  private CaseFile require(Person person, String number) {
    return access.seen(person, number).orElseThrow(NoSuchPage::new);
  }

  static String path(CaseFile file) {
    return "/cases/" + file.number() + "/photos";
  }

  private PhotosPage page(
      CaseFile file, HttpServletRequest request, List<Outcome> outcomes, Message problem) {
    return new PhotosPage(
        file.number(),
        file.about().title(),
        path(file),
        photos(file),
        reasons.of(request.getSession(false), file.number()).isPresent(),
        !file.status().isFinal(),
        outcomes,
        problem);
  }

  private List<Photo> photos(CaseFile file) {
    try {
      return attachments.of(file.id()).stream()
          .map(
              one ->
                  new Photo(path(file) + "/" + one.id(), one.width(), one.height(), one.addedAt()))
          .toList();
    } catch (AttachmentRefused destroyed) {
      return null;
    }
  }
}
