package city.whistle.console.patrols;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.patrols.PatrolDesk.Taken;
import city.whistle.console.photos.PhotoParts;
import city.whistle.workers.patrol.Moment;
import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Takes patrols with their photos. The form is the same whether it is sent at once, or kept on a
 * device and sent when there is a network: its ticket makes it one patrol.
 */
@Controller
class ReportController {

  private final PatrolDesk desk;
  private final PatrolPhotoDesk photos;
  private final PhotoParts parts;

  ReportController(PatrolDesk desk, PatrolPhotoDesk photos, PhotoParts parts) {
    this.desk = desk;
    this.photos = photos;
    this.parts = parts;
  }

  @GetMapping("/patrols/new")
  @Allowed(Right.PATROL)
  Answer form(Person person) {
    return desk.page(PatrolForm.of(Map.of()), person, Problems.none());
  }

  /** The body is a form whose files come last; a photo that can't be taken keeps out nothing. */
  @PostMapping("/patrols/new")
  @Allowed(Right.PATROL)
  Answer report(HttpServletRequest request, Person person) {
    Receipt receipt = new Receipt(person);
    try {
      List<Optional<Message>> outcomes =
          parts.each(
              request, receipt.fields::put, (field, name, bytes) -> receipt.photo(field, bytes));
      return receipt
          .taken()
          .map(taken -> registered(taken, outcomes))
          .orElseGet(() -> desk.page(receipt.form(), person, receipt.problems));
    } catch (TooBusy e) {
      return desk.page(receipt.form(), person, Problems.none().add("photosBefore", "photos.busy"));
    }
  }

  private static Answer registered(Taken taken, List<Optional<Message>> outcomes) {
    String number = taken.patrol().number();
    long refused = outcomes.stream().filter(Optional::isPresent).count();
    Redirect to = Redirect.to("/patrols/" + number);
    return refused == 0
        ? to.saying(taken.created() ? "patrol.taken" : "patrol.takenBefore", number)
        : to.saying("patrol.taken.photos", number, refused);
  }

  /** What came so far. With the first photo, all fields have come. */
  private final class Receipt {

    private final Person person;
    private final Map<String, String> fields = new HashMap<>();
    private final Problems problems = Problems.none();
    private final Map<Moment, Integer> count = new HashMap<>();
    private Optional<Taken> taken;

    private Receipt(Person person) {
      this.person = person;
    }

    private PatrolForm form() {
      return PatrolForm.of(fields);
    }

    private Optional<Taken> taken() {
      if (taken == null) {
        taken = desk.take(form(), person, problems);
      }
      return taken;
    }

    /** What is wrong with it; empty where it was taken, or the report itself wasn't. */
    private Optional<Message> photo(String field, byte[] bytes) {
      Optional<Moment> moment =
          Moment.of(field.replaceFirst("^photos", "").toLowerCase(Locale.ROOT));
      if (moment.isEmpty() || taken().isEmpty() || taken().get().patrol().isClean()) {
        return Optional.empty();
      }
      int nth = count.merge(moment.get(), 1, Integer::sum);
      return photos.take(
          taken().get().patrol(), moment.get(), form().ticket() + "-" + nth, bytes, person);
    }
  }
}
