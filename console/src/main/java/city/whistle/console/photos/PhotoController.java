package city.whistle.console.photos;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.access.Caller;
import city.whistle.workers.attachment.AttachmentLooks;
import city.whistle.workers.attachment.AttachmentLooks.Look;
import city.whistle.workers.attachment.AttachmentLooks.Shown;
import city.whistle.workers.attachment.AttachmentLooks.TurnedAway;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.RevealOutcome.TooMany;
import city.whistle.workers.photo.CleanPhoto;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One photo. Each look is logged with the reason that was given for the case's photos. */
@Controller
class PhotoController {

  private final Access access;
  private final AttachmentLooks looks;
  private final LookReasons reasons;

  PhotoController(Access access, AttachmentLooks looks, LookReasons reasons) {
    this.access = access;
    this.looks = looks;
    this.reasons = reasons;
  }

  @GetMapping("/cases/{number}/photos/{id:[0-9a-f-]+}")
  @Allowed(Right.REVEAL)
  void show(
      @PathVariable String number,
      @PathVariable String id,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CaseFile file = access.seen(person, number).orElseThrow(NoSuchPage::new);
    Caller caller = access.callerFor(person, number).orElseThrow(NoSuchPage::new);
    Optional<String> reason = reasons.of(request.getSession(false), file.number());
    if (reason.isEmpty()) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    Asker asker = new Asker(caller.clientId(), person.id(), caller.unitCode(), reason.get());
    write(looks.look(file, photo(id), asker), response);
  }

  private static UUID photo(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new NoSuchPage();
    }
  }

  private static void write(Look look, HttpServletResponse response) throws IOException {
    if (look instanceof Shown shown) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
      response.setContentType(CleanPhoto.MEDIA_TYPE);
      response.setContentLength(shown.bytes());
      try (InputStream content = shown.content()) {
        content.transferTo(response.getOutputStream());
      }
    } else if (look instanceof TurnedAway away) {
      boolean later = away.why() instanceof TooMany;
      response.sendError((later ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN).value());
    } else {
      throw new NoSuchPage();
    }
  }
}
