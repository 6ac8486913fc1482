package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Redirect;
import city.whistle.console.supervision.ActionPage.Target;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries again what an instance can't go on with, or ends it. */
@Controller
class InstanceActionsController {

  private static final String RETRY = "/supervision/instances/{instance:\\d{1,18}}/retry";
  private static final String CANCEL = "/supervision/instances/{instance:\\d{1,18}}/cancel";

  private final KnownInstances known;
  private final EngineInstances engine;
  private final InstanceInterventions interventions;

  InstanceActionsController(
      KnownInstances known, EngineInstances engine, InstanceInterventions interventions) {
    this.known = known;
    this.engine = engine;
    this.interventions = interventions;
  }

  @GetMapping(RETRY)
  @Allowed(Right.INTERVENE)
  Answer previewRetry(@PathVariable("instance") long key, Person person) {
    KnownInstance of = known.require(person, key);
    return retryPage(of, hindrances(of), ActionForm.empty());
  }

  /**
   * @param incident keys of what the preview showed; one that is over by now is left alone
   */
  @PostMapping(RETRY)
  @Allowed(Right.INTERVENE)
  Answer retry(
      @PathVariable("instance") long key,
      @RequestParam(defaultValue = "") Set<Long> incident,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    KnownInstance of = known.require(person, key);
    List<Hindrance> shown =
        hindrances(of).stream().filter(one -> incident.contains(one.key())).toList();
    ActionForm sent = ActionForm.sent(reason);
    if (shown.isEmpty()) {
      return retryPage(of, shown, sent);
    }
    return sent.act(
        form -> retryPage(of, form.refusal() == null ? shown : hindrances(of), form),
        () -> {
          shown.forEach(one -> interventions.retry(person, of, one, sent.reason()));
          return Redirect.to(of.path()).saying("intervene.retry.done", shown.size());
        });
  }

  private List<Hindrance> hindrances(KnownInstance of) {
    return engine.incidents(of.key()).stream().map(Hindrance::of).toList();
  }

  private static ActionPage retryPage(KnownInstance of, List<Hindrance> found, ActionForm form) {
    Message preview =
        found.isEmpty()
            ? Message.of("intervene.retry.nothing")
            : Message.of("intervene.retry.preview", found.size());
    return page("retry", of, form, List.of(preview))
        .unless(!found.isEmpty())
        .on(
            found.stream()
                .map(one -> new Target(one.key(), one.element(), one.kind(), one.since()))
                .toList());
  }

  @GetMapping(CANCEL)
  @Allowed(Right.INTERVENE)
  Answer previewCancel(@PathVariable("instance") long key, Person person) {
    return cancelPage(known.require(person, key), ActionForm.empty());
  }

  @PostMapping(CANCEL)
  @Allowed(Right.INTERVENE)
  Answer cancel(
      @PathVariable("instance") long key,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    KnownInstance of = known.require(person, key);
    ActionForm sent = ActionForm.sent(reason);
    if (!canBeEnded(of)) {
      return cancelPage(of, sent);
    }
    return sent.act(
        form -> cancelPage(of, form),
        () -> {
          interventions.cancel(person, of, sent.reason());
          return Redirect.to(of.path()).saying("intervene.cancel.done");
        });
  }

  private static boolean canBeEnded(KnownInstance of) {
    return of.isRunning() && !of.isCalled();
  }

  private ActionPage cancelPage(KnownInstance of, ActionForm form) {
    if (!canBeEnded(of)) {
      Message why =
          of.isRunning()
              ? Message.of("intervene.cancel.called", of.root())
              : Message.of("intervene.cancel.over");
      return page("cancel", of, form, List.of(why)).unless(false);
    }
    List<Message> preview = new ArrayList<>();
    preview.add(Message.of("intervene.cancel.preview", engine.running(of.key()), called(of)));
    preview.add(
        of.file().isEmpty()
            ? Message.of("intervene.cancel.gone")
            : Message.of("intervene.cancel.case", of.number()));
    return page("cancel", of, form, preview);
  }

  private long called(KnownInstance of) {
    return engine.called(of.key()).stream()
        .filter(one -> new KnownInstance(one, of.file(), of.root()).isRunning())
        .count();
  }

  private static ActionPage page(
      String action, KnownInstance of, ActionForm form, List<Message> preview) {
    String title = of.title() == null ? of.instance().getProcessDefinitionName() : of.title();
    return ActionPage.of(
        action, of.number(), title, of.path(), form, preview.toArray(Message[]::new));
  }
}
