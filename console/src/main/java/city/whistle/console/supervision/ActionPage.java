package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import city.whistle.workers.casefile.CaseFile;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What an action will do, before it is done.
 *
 * @param action last part of its message's key
 * @param number of the case; null where it is of none
 * @param title of what it is done to
 * @param path where it is sent
 * @param back path of where one came from
 * @param preview what will happen
 * @param possible whether it can be done at all; otherwise the preview says why not
 * @param targets what exactly is acted on; sent along, so that it is this and nothing else
 * @param people to whom a task can go; null where that isn't asked
 * @param to what was chosen of them
 */
public record ActionPage(
    String action,
    String number,
    String title,
    String path,
    String back,
    List<Message> preview,
    boolean possible,
    List<Target> targets,
    List<Option> people,
    String to,
    ActionForm form)
    implements Page {

  static ActionPage ofCase(String action, CaseFile file, ActionForm form, Message... preview) {
    return of(action, file.number(), file.about().title(), caseAt(file), form, preview);
  }

  /** Sent to {@code back/action}. */
  static ActionPage of(
      String action,
      String number,
      String title,
      String back,
      ActionForm form,
      Message... preview) {
    return new ActionPage(
        action,
        number,
        title,
        back + "/" + action,
        back,
        List.of(preview),
        true,
        List.of(),
        null,
        "",
        form);
  }

  static String caseAt(CaseFile file) {
    return caseAt(file.number());
  }

  static String caseAt(String number) {
    return "/supervision/cases/" + number;
  }

  /** It can't be done, as the preview says. */
  ActionPage unless(boolean can) {
    return new ActionPage(
        action, number, title, path, back, preview, can, targets, people, to, form);
  }

  ActionPage on(List<Target> exactly) {
    return new ActionPage(
        action, number, title, path, back, preview, possible, exactly, people, to, form);
  }

  ActionPage to(List<Option> options, String chosen) {
    return new ActionPage(
        action, number, title, path, back, preview, possible, targets, options, chosen, form);
  }

  ActionPage at(String other, String whence) {
    return new ActionPage(
        action, number, title, other, whence, preview, possible, targets, people, to, form);
  }

  @Override
  public HttpStatus status() {
    return form.problems().isEmpty() && form.refusal() == null
        ? HttpStatus.OK
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** An incident that is tried again. */
  public record Target(long key, String step, String kind, OffsetDateTime since) {}

  /** Somebody to whom a task can go. */
  public record Option(String id, String name) {}
}
