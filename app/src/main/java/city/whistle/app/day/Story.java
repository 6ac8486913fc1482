package city.whistle.app.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the player did with a case, and what therefore should have become of it. */
final class Story {

  private final Caller caller;
  private final List<Answer> answers = new ArrayList<>();
  private String number;
  private boolean withdrawn;
  private boolean replied;
  private boolean reached;

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
  record Answer(Instant at, boolean contacted, String settled, String satisfied) {}
}
