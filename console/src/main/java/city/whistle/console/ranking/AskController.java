package city.whistle.console.ranking;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.NotAllowed;
import city.whistle.workers.assessment.policy.Policies;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.NotNow;
import city.whistle.workers.assessment.request.Requests;
import city.whistle.workers.assessment.request.Requests.Taken;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what people of a unit ask against its figures. */
@Controller
class AskController {

  private final Requests requests;
  private final RequestLists lists;
  private final Policies policies;
  private final Access access;
  private final ActionLog log;
  private final CityTime time;

  AskController(
      Requests requests,
      RequestLists lists,
      Policies policies,
      Access access,
      ActionLog log,
      CityTime time) {
    this.requests = requests;
    this.lists = lists;
    this.policies = policies;
    this.access = access;
    this.log = log;
    this.time = time;
  }

  @GetMapping("/exclusions/new")
  @Allowed(Right.ASK)
  Answer exclusion(@RequestParam(defaultValue = "") String number) {
    return empty(Kind.EXCLUSION, number);
  }

  @GetMapping("/appeals/new")
  @Allowed(Right.ASK)
  Answer appeal(@RequestParam(defaultValue = "") String number) {
    return empty(Kind.APPEAL, number);
  }

  /** Sent again, the form gives the same request. */
  @PostMapping("/exclusions/new")
  @Allowed(Right.ASK)
  Answer askExclusion(RequestForm form, Person person) {
    return ask(Kind.EXCLUSION, form, person);
  }

  /** Sent again, the form gives the same request. */
  @PostMapping("/appeals/new")
  @Allowed(Right.ASK)
  Answer askAppeal(RequestForm form, Person person) {
    return ask(Kind.APPEAL, form, person);
  }

  private Answer empty(Kind kind, String number) {
    return page(
        kind, new RequestForm(UUID.randomUUID().toString(), number, null, null), Problems.none());
  }

  private Answer ask(Kind kind, RequestForm form, Person person) {
    Problems problems = Problems.none();
    Optional<Caller> caller = access.callerFor(person, form.number());
    try {
      // a case that he may not know of is none, and what else is wrong is said at once
      Taken taken =
          caller.isPresent()
              ? requests.ask(kind, caller.get(), form.json())
              : requests.ask(kind, access.readers(person).get(0), form.withoutCase().json());
      return asked(kind, person, form, taken);
    } catch (InvalidRequest refused) {
      refused.problems().forEach(one -> add(problems, one));
    } catch (NotAllowed refused) {
      problems.add("number", "requests.wrong.notYours");
    } catch (NotNow refused) {
      problems.add("number", wrong(refused.why().name()));
    } catch (ExternalIdConflict refused) {
      problems.add("evidence", "requests.wrong.sentBefore");
    }
    return page(kind, form, problems);
  }

  private static void add(Problems problems, FieldProblem one) {
    String field = one.field().equals("caseNumber") ? "number" : one.field();
    problems.add(field, wrong(one.field()));
  }

  private static String wrong(String what) {
    return "requests.wrong." + what;
  }

  private Redirect asked(Kind kind, Person person, RequestForm form, Taken taken) {
    if (taken.created()) {
      log.done(
          person.id(),
          new Deed("ask." + kind.wireName(), form.number(), null, taken.asked().month().toString()),
          taken.asked().ground());
    }
    return Redirect.to("/%s?month=%s".formatted(RequestForm.name(kind), taken.asked().month()))
        .saying("requests.taken", form.number());
  }

  private AskPage page(Kind kind, RequestForm form, Problems problems) {
    return new AskPage(
        RequestForm.name(kind),
        form.ticket(),
        form.number(),
        form.ground(),
        form.evidence(),
        lists.grounds(kind, policies.sets().monthOf(time.now())),
        problems);
  }
}
