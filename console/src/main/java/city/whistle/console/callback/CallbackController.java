package city.whistle.console.callback;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Menu;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.tasks.CallTasks;
import city.whistle.console.tasks.CallTasks.Call;
import city.whistle.workers.access.Caller;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.disclosure.Asker;
import city.whistle.workers.disclosure.ResidentReveals;
import city.whistle.workers.disclosure.RevealOutcome;
import city.whistle.workers.disclosure.RevealedPart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Calls residents back, one after the other. */
@Controller
class CallbackController {

  private final CallTasks calls;
  private final ResidentReveals reveals;
  private final Access access;
  private final CityTime time;

  CallbackController(CallTasks calls, ResidentReveals reveals, Access access, CityTime time) {
    this.calls = calls;
    this.reveals = reveals;
    this.access = access;
    this.time = time;
  }

  @GetMapping("/callbacks")
  @Allowed(Right.CALLBACKS)
  @Menu(7)
  Answer show(Person agent) {
    return page(calls.taken(agent).orElse(null), null, CallForm.EMPTY, null, Problems.none());
  }

  /** Takes the next call, unless the person still has one. */
  @PostMapping("/callbacks/next")
  @Allowed(Right.CALLBACKS)
  Answer next(Person agent) {
    return calls.taken(agent).isPresent() || calls.takeNext(agent)
        ? Redirect.to("/callbacks")
        : Redirect.to("/callbacks").saying("callback.none");
  }

  /** The number is in this answer alone; each look is logged. */
  @PostMapping("/callbacks/{key:\\d{1,18}}/number")
  @Allowed(Right.CALLBACKS)
  Answer number(@PathVariable long key, CallForm form, Person agent) {
    Optional<Call> call = calls.find(agent, key);
    if (call.isEmpty()) {
      return over();
    }
    CaseFile file = call.get().file();
    Caller caller = access.callerFor(agent, file.number()).orElseThrow(NoSuchPage::new);
    String reason = "回访 %d/%d".formatted(call.get().attempt(), call.get().attempts());
    Asker asker = new Asker(caller.clientId(), agent.id(), caller.unitCode(), reason);
    RevealOutcome outcome =
        reveals.reveal(
            file, asker, List.of(RevealedPart.PHONE, RevealedPart.NAME, RevealedPart.REPLIES));
    Problems problems = Problems.none();
    if (outcome instanceof RevealOutcome.Shown shown) {
      return page(call.get(), number(shown.data()), form, null, problems);
    } else if (outcome instanceof RevealOutcome.Refused refused) {
      return page(call.get(), null, form, refused.sentence(), problems);
    } else if (outcome instanceof RevealOutcome.TooMany tooMany) {
      long minutes = Math.max(1, Duration.ofSeconds(tooMany.retryAfterSeconds()).toMinutes());
      problems.add("number", "resident.tooMany", minutes);
    } else {
      problems.add("number", "resident.erased");
    }
    return page(call.get(), null, form, null, problems);
  }

  /** Somebody else may take it; nothing is noted. */
  @PostMapping("/callbacks/{key:\\d{1,18}}/give-back")
  @Allowed(Right.CALLBACKS)
  Answer giveBack(@PathVariable long key, Person agent) {
    Optional<Call> call = calls.find(agent, key);
    if (call.isEmpty()) {
      return over();
    }
    Optional<String> refusal = calls.giveBack(call.get());
    return refusal.isPresent()
        ? page(call.get(), null, CallForm.EMPTY, refusal.get(), Problems.none())
        : Redirect.to("/callbacks").saying("callback.givenBack", call.get().file().number());
  }

  /** Notes what came of the call, and takes the next. */
  @PostMapping("/callbacks/{key:\\d{1,18}}")
  @Allowed(Right.CALLBACKS)
  Answer record(@PathVariable long key, CallForm form, Person agent) {
    Optional<Call> call = calls.find(agent, key);
    if (call.isEmpty()) {
      return over();
    }
    Problems problems = Problems.none();
    Map<String, Object> values = form.values(time.now(), problems);
    Optional<String> refusal =
        problems.isEmpty() ? calls.complete(agent, call.get(), values) : Optional.empty();
    if (!problems.isEmpty() || refusal.isPresent()) {
      return page(call.get(), null, form, refusal.orElse(null), problems);
    }
    String number = call.get().file().number();
    return calls.takeNext(agent)
        ? Redirect.to("/callbacks").saying("callback.recorded", number)
        : Redirect.to("/callbacks").saying("callback.recorded.last", number);
  }

  private static Redirect over() {
    return Redirect.to("/callbacks").saying("callback.over");
  }

  private static CallbackPage.Number number(Map<String, Object> data) {
    return new CallbackPage.Number(
        text(data, "dial"), text(data, "phone"), text(data, "name"), replies(data));
  }

  private static List<String> replies(Map<String, Object> data) {
    return data.get("replies") instanceof List<?> texts
        ? texts.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String text(Map<String, Object> data, String part) {
    return data.get(part) == null ? null : String.valueOf(data.get(part));
  }

  private CallbackPage page(
      Call call, CallbackPage.Number number, CallForm form, String refusal, Problems problems) {
    return new CallbackPage(
        calls.waiting(), call == null ? null : shown(call), number, form, refusal, problems);
  }

  private static CallbackPage.Call shown(Call call) {
    CaseFile file = call.file();
    return new CallbackPage.Call(
        "/callbacks/" + call.key(),
        file.number(),
        file.about().title(),
        file.about().categoryName(),
        file.owner() == null ? null : file.owner().name(),
        call.attempt(),
        call.attempts());
  }
}
