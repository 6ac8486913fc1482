package city.whistle.app.day;

import java.util.LinkedHashMap;
import java.util.Map;

/** What residents say to the three questions, by the published shares. */
final class Opinions {

  private Opinions() {}

  /**
   * An answer, on the phone or by link.
   *
   * @param purpose chance's name for this time of asking
   */
  static Map<String, Object> of(Chance chance, Story story, String purpose) {
    return of(chance, story.caller().index(), story.wasAnswered(), purpose);
  }

  /**
   * @param subject chance's number of the resident
   * @param again whether he answered before, to whom it was not settled then
   */
  static Map<String, Object> of(Chance chance, long subject, boolean again, String purpose) {
    double notSettled = again ? Shares.REDONE_AGAIN : Shares.REDONE;
    double mood = chance.of(subject, "mood");
    boolean settled = !chance.is(notSettled, subject, purpose);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("answered", true);
    said.put("contacted", chance.is(Shares.CONTACTED, subject, "contacted"));
    said.put("settled", settled ? "settled" : mood < 0.5 ? "partly" : "not");
    said.put(
        "satisfied",
        mood < Shares.SATISFIED ? "satisfied" : mood < Shares.BASICALLY ? "basically" : "not");
    return said;
  }
}
