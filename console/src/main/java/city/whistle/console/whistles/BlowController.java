package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.layout.StreetChoice;
import city.whistle.workers.access.Caller;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.whistle.WhistleKinds;
import city.whistle.workers.whistle.WhistleRequests;
import city.whistle.workers.whistle.WhistleRequests.BlownWhistle;
import city.whistle.workers.whistle.WhistleViews;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Blows a whistle without a case: an empty form, whom it would call, the whistle. */
@Controller
class BlowController {

  private static final List<String> KINDS =
      List.of("publicDemand", "keyWork", "jointEnforcement", "emergency");

  private final Access access;
  private final WhistleRequests whistles;
  private final WhistleViews views;
  private final UnitChoices choices;
  private final Outlooks outlooks;
  private final ActionLog log;

  BlowController(
      Access access,
      WhistleRequests whistles,
      WhistleViews views,
      UnitChoices choices,
      Outlooks outlooks,
      ActionLog log) {
    this.access = access;
    this.whistles = whistles;
    this.views = views;
    this.choices = choices;
    this.outlooks = outlooks;
    this.log = log;
  }

  @GetMapping("/whistles/new")
  @Allowed(Right.BLOW)
  Answer form(Person person) {
    return check(BlowForm.empty(UUID.randomUUID().toString()), person);
  }

  /** Whom it would call; changes nothing. */
  @PostMapping("/whistles/new/check")
  @Allowed(Right.BLOW)
  Answer check(BlowForm form, Person person) {
    return page(form, person, outlook(form, person), Problems.none());
  }

  /**
   * Blows, after the person has seen whom it calls; sent again, the form gives the same whistle.
   */
  @PostMapping("/whistles/new")
  @Allowed(Right.BLOW)
  Answer blow(BlowForm form, Person person) {
    Unit street = street(form, person);
    Caller blower = access.blower(person, street.code()).orElseThrow();
    Outlook outlook = outlook(form, person);
    Problems problems = Problems.none();
    if (form.ticket().isEmpty()) {
      return page(form, person, outlook, problems.add("reason", "whistle.wrong.sentBefore"));
    }
    if (outlook != null && !outlook.token().equals(form.foreseen())) {
      return page(form, person, outlook, problems.add("outlook", "whistle.wrong.foreseen"));
    }
    try {
      return blown(person, blower, whistles.blow(blower, form.json(street.code())));
    } catch (InvalidRequest refused) {
      return page(form, person, outlook, problems(refused.problems(), problems));
    } catch (ExternalIdConflict sentBefore) {
      return page(form, person, outlook, problems.add("reason", "whistle.wrong.sentBefore"));
    }
  }

  private Redirect blown(Person person, Caller blower, BlownWhistle whistle) {
    if (whistle.created()) {
      String kept = views.find(blower, whistle.number()).orElseThrow().state().about().reason();
      log.done(person.id(), new Deed("blow", null, null, whistle.number()), kept);
    }
    return Redirect.to("/whistles/" + whistle.number()).saying("whistle.blown", whistle.number());
  }

  /** The registry's refusals, each as a sentence at its field. */
  private static Problems problems(List<FieldProblem> refusals, Problems problems) {
    for (FieldProblem refusal : refusals) {
      boolean missing = refusal.message().equals("is required");
      String field = refusal.field().replaceAll("\\[.*", "");
      problems.add(
          field.equals("externalId") ? "reason" : field,
          "whistle.wrong." + field + (missing ? ".missing" : ""));
    }
    return problems;
  }

  /** Null where too little is known. */
  private Outlook outlook(BlowForm form, Person person) {
    return WhistleKinds.ALL.contains(form.kind()) && !form.units().isEmpty()
        ? outlooks.of(
            form.kind(), form.isCrossDistrict(), form.units(), street(form, person).code())
        : null;
  }

  /** The chosen one of the person's sub-districts, else the first; only sub-districts whistle. */
  private Unit street(BlowForm form, Person person) {
    List<Unit> own = access.whistlesFor(person);
    return own.stream()
        .filter(street -> street.code().equals(form.street()))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .orElseThrow(() -> new AccessDeniedException("only a sub-district whistles"));
  }

  private BlowPage page(BlowForm form, Person person, Outlook outlook, Problems problems) {
    Unit street = street(form, person);
    return new BlowPage(
        new BlowPage.Fields(
            form.ticket(),
            street.code(),
            form.kind(),
            form.isCrossDistrict(),
            form.place(),
            form.reason(),
            form.words()),
        access.whistlesFor(person).stream().map(StreetChoice.Street::of).toList(),
        KINDS,
        choices.of(form.units()),
        choices.search(form.words(), street, form.units()),
        outlook,
        problems);
  }
}
