package city.whistle.console.intake;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.Problems;
import city.whistle.workers.intake.CaseIntake;
import city.whistle.workers.intake.CaseRequest;
import city.whistle.workers.intake.CaseRequestReader;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.intake.OpenedCase;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.request.InvalidRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes a call: an empty form, what is known so far, the case. */
@Controller
class IntakeController {

  private static final String TICKET =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private final IntakeDesk desk;
  private final CaseRequestReader reader;
  private final RequestDigest digest;
  private final CaseIntake intake;

  IntakeController(
      IntakeDesk desk, CaseRequestReader reader, RequestDigest digest, CaseIntake intake) {
    this.desk = desk;
    this.reader = reader;
    this.digest = digest;
    this.intake = intake;
  }

  @GetMapping("/intake")
  @Allowed(Right.INTAKE)
  @Menu(5)
  Answer form() {
    return check(IntakeForm.empty(UUID.randomUUID().toString()));
  }

  /** What is known of it so far; changes nothing. */
  @PostMapping("/intake/check")
  @Allowed(Right.INTAKE)
  Answer check(IntakeForm form) {
    Problems problems = Problems.none();
    CaseBody body = desk.read(form, problems);
    return desk.page(body, desk.outlook(body), problems);
  }

  /**
   * Opens the case, after the agent has seen who will get it. The number and the code are in this
   * answer alone, so it doesn't come by a redirect; sent again, the form gives the same case.
   */
  @PostMapping("/intake")
  @Allowed(Right.INTAKE)
  Answer open(IntakeForm form, Person agent) {
    Problems problems = Problems.none();
    CaseBody body = desk.read(form, problems);
    Outlook outlook = desk.outlook(body);
    ObjectNode said = body.json();
    try {
      CaseRequest request = reader.read(said);
      require(body, outlook, problems);
      if (problems.isEmpty()) {
        return opened(intake.open("console:" + agent.id(), request, digest.of(said)), outlook);
      }
    } catch (InvalidRequest refused) {
      require(body, outlook, CaseBody.problems(refused.problems(), problems));
    } catch (ExternalIdConflict sentBefore) {
      problems.add("title", "intake.wrong.sentBefore");
    }
    return desk.page(body, outlook, problems);
  }

  private static OpenedPage opened(OpenedCase opened, Outlook outlook) {
    return new OpenedPage(opened.file().number(), opened.trackingCode(), opened.similar(), outlook);
  }

  /** What this page asks for beyond the registry. */
  private static void require(CaseBody body, Outlook outlook, Problems problems) {
    IntakeForm form = body.form();
    if (!form.ticket().matches(TICKET)) {
      problems.add("title", "intake.wrong.sentBefore");
    }
    if (form.categoryCode().isEmpty()) {
      problems.add("words", "intake.wrong.words");
    }
    if (!form.special().isEmpty() && !IntakeDesk.SPECIALS.contains(form.special())) {
      problems.add("special", "intake.wrong.special");
    }
    if (!form.isReport() && !form.accused().isBlank()) {
      problems.add("accused", "intake.wrong.accused.notReport");
    }
    if (body.mayBeEmergency() && form.emergency().isEmpty()) {
      problems.add("emergency", "intake.wrong.emergency.missing");
    }
    if (problems.isEmpty() && outlook != null && !outlook.token().equals(form.foreseen())) {
      problems.add("outlook", "intake.wrong.foreseen");
    }
  }
}
