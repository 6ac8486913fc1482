package city.whistle.workers.whistle;

import java.util.List;

/** Variable {@code meeting}: who was present, what was agreed, who dissents, what is to be done. */
record Meeting(List<String> present, String agreed, String dissent, List<Action> actions) {

  /**
   * @param due as the form gave it; null for none
   */
  record Action(String what, String unit, String due) {}
}
