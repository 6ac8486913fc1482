package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What an instance is to become, chosen first, and what that does: a move or a migration.
 *
 * @param action last part of its message's key
 * @param number of the case; null where it is of none
 * @param title of what it is done to
 * @param path where it is sent
 * @param back path of the instance
 * @param lead how it is now; null where nothing needs be said
 * @param nothing why there is nothing to choose; null where there is
 * @param selects what is chosen
 * @param wrong what is wrong with what was chosen, or why it can't be done; null for nothing
 * @param preview what it will do; empty until everything is chosen
 * @param sent what is sent with the reason, by its name
 */
public record PlanPage(
    String action,
    String number,
    String title,
    String path,
    String back,
    Message lead,
    Message nothing,
    List<Select> selects,
    Message wrong,
    List<Message> preview,
    Map<String, String> sent,
    ActionForm form)
    implements Page {

  /** Of an instance, whose page is around it; sent to {@code of.path()/action}. */
  static PlanPage of(
      String action,
      KnownInstance of,
      Message lead,
      Message nothing,
      List<Select> selects,
      Message wrong,
      List<Message> preview,
      Map<String, String> sent,
      ActionForm form) {
    return new PlanPage(
        action,
        of.number(),
        of.title() == null ? of.instance().getProcessDefinitionName() : of.title(),
        of.path() + "/" + action,
        of.path(),
        lead,
        nothing,
        selects,
        wrong,
        preview,
        sent,
        form);
  }

  /** Whether it can be done as it was chosen. */
  boolean isSure() {
    return !preview.isEmpty() && wrong == null;
  }

  /** The same, which isn't done for now. */
  PlanPage wrong(Message why) {
    return new PlanPage(
        action, number, title, path, back, lead, nothing, selects, why, preview, sent, form);
  }

  @Override
  public HttpStatus status() {
    return form.problems().isEmpty() && form.refusal() == null && wrong == null
        ? HttpStatus.OK
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * One thing to choose.
   *
   * @param name how it is sent
   * @param before a sentence before it; null for none
   * @param open whether nothing need be chosen yet
   * @param chosen value of one of the choices; empty or null for none
   */
  public record Select(
      String name,
      Message label,
      Message before,
      boolean open,
      List<Choice> choices,
      String chosen) {}

  /**
   * @param value how it is sent
   * @param since when it stands there; null where it doesn't
   */
  public record Choice(String value, Message text, OffsetDateTime since) {

    /** A step that can be chosen. */
    static Choice step(String id, String name) {
      return step(id, id, name, null);
    }

    static Choice step(String value, String id, String name, OffsetDateTime since) {
      return new Choice(
          value, Message.of("plan.step", Message.step(id, name == null ? id : name)), since);
    }
  }
}
