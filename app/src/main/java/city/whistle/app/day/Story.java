package city.whistle.app.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the player did with a case, and what therefore should have become of it. */
final class Story {

  private final Caller caller;
  private final List<Answer> answers = new ArrayList<>();
  private String number;
  private boolean withdrawn;
  private boolean replied;
  private boolean reached;
  private int links;
  private Instant leftOut;

  Story(Caller caller) {
    this.caller = caller;
  }

  Caller caller() {
    return caller;
  }

  /** Null until the case is opened. */
  synchronized String number() {
    return number;
  }

  synchronized void opened(String as) {
    number = as;
  }

  synchronized void withdrawn() {
    withdrawn = true;
  }

  /** It was answered without a dispatch. */
  synchronized void replied() {
    replied = true;
  }

  synchronized void answered(Answer answer) {
    answers.add(answer);
    reached = true;
  }

  /** He was called and gave no answer; what he said when a round before was over still counts. */
  synchronized void notReached() {
    reached = false;
  }

  /**
   * A link was sent to him; what he said before counts only if he answers. Returns how many before.
   */
  synchronized int asked() {
    reached = false;
    return links++;
  }

  /** Whether the resident has answered once, whatever became of it. */
  synchronized boolean wasAnswered() {
    return !answers.isEmpty();
  }

  /** How it should have ended, in the registry's words. */
  synchronized String status() {
    if (withdrawn) {
      return "withdrawn";
    }
    return replied || "emergency".equals(caller.category().signal()) ? "answered" : "closed";
  }

  /** The case counts in no figures that become final after this. */
  synchronized void leftOut(Instant at) {
    leftOut = leftOut == null ? at : leftOut;
  }

  synchronized boolean isLeftOut() {
    return leftOut != null;
  }

  /** Whether it had been left out by then. */
  synchronized boolean isLeftOut(Instant by) {
    return leftOut != null && !leftOut.isAfter(by);
  }

  /** What the resident said when he was called last; empty where nobody reached him then. */
  synchronized Optional<Answer> last() {
    return !reached ? Optional.empty() : Optional.of(answers.get(answers.size() - 1));
  }

  /** The last of the answers that were given in a time. */
  synchronized Optional<Answer> last(Instant from, Instant until) {
    return answers.stream()
        .filter(answer -> !answer.at().isBefore(from) && answer.at().isBefore(until))
        .reduce((one, next) -> next);
  }

  /** An answer to the three questions. */
  record Answer(Instant at, boolean contacted, String settled, String satisfied) {

    /**
     * @param said as forms and the API have it
     */
    static Answer of(Instant at, Map<String, Object> said) {
      return new Answer(
          at,
          (boolean) said.get("contacted"),
          said.get("settled").toString(),
          said.get("satisfied").toString());
    }
  }
}
