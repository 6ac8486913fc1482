package city.whistle.console.supervision;

import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.tasks.Refused;
import city.whistle.workers.request.StorableText;
import city.whistle.workers.stuck.CaseRestarts;
import city.whistle.workers.stuck.SupervisorUrges;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The reason that every action needs, and what came of sending it.
 *
 * @param reason without blanks around it; empty before it was sent
 * @param problems what is wrong with it
 * @param refusal the words of who refused the action; null for none
 */
public record ActionForm(String reason, Problems problems, String refusal) {

  private static final int REASON_MIN = 2;
  private static final int REASON_MAX = 200;

  static ActionForm empty() {
    return new ActionForm("", Problems.none(), null);
  }

  static ActionForm sent(String reason) {
    String text = reason.strip();
    boolean holds =
        text.length() >= REASON_MIN && text.length() <= REASON_MAX && StorableText.holds(text);
    return new ActionForm(
        text,
        holds
            ? Problems.none()
            : Problems.none().add("reason", "intervene.reason.wrong", REASON_MIN, REASON_MAX),
        null);
  }

  /** Acts where all is well; else shows what would be done, with what is in its way. */
  Answer act(Function<ActionForm, ? extends Answer> preview, Supplier<Redirect> action) {
    if (!problems.isEmpty()) {
      return preview.apply(this);
    }
    try {
      return action.get();
    } catch (Refused e) {
      return preview.apply(new ActionForm(reason, problems, e.getMessage()));
    } catch (SupervisorUrges.NobodyHears | CaseRestarts.NotAbandoned e) {
      // the preview, made anew, says why it can't be
      return preview.apply(this);
    }
  }
}
