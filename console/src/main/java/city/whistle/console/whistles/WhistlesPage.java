package city.whistle.console.whistles;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import city.whistle.console.layout.StreetChoice;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Whistles, the last blown first.
 *
 * @param path of this list
 * @param blows whether the person may blow one
 * @param past whether these are over
 * @param chips which whistles to list
 * @param kinds of which kind
 * @param streets to choose from; empty where there is no choice
 * @param street code of the chosen one; empty for all
 * @param keeps what else is chosen, for the form that chooses a sub-district
 * @param narrowed whether others would be listed without what is chosen
 * @param next path of the next page; null on the last
 */
public record WhistlesPage(
    String path,
    boolean blows,
    boolean past,
    List<Chip> chips,
    List<Chip> kinds,
    List<StreetChoice> streets,
    String street,
    List<Kept> keeps,
    boolean narrowed,
    List<Card> cards,
    String next,
    Downloads downloads)
    implements Page {

  /**
   * A choice.
   *
   * @param name last part of its message's key
   * @param count how many there are, with a plus where there are more; empty where nobody counted
   */
  public record Chip(String name, String path, boolean chosen, String count) {}

  /** A parameter that stays. */
  public record Kept(String name, String value) {}

  /**
   * A whistle.
   *
   * @param state {@code goesOn}, {@code ended} or {@code refused}
   * @param caseNumber null where there is none that the person may know of
   * @param came how many have come
   */
  public record Card(
      String number,
      String kind,
      String state,
      String street,
      String reason,
      String place,
      OffsetDateTime blownAt,
      OffsetDateTime endedAt,
      String caseNumber,
      List<Called> called,
      int came) {}

  /**
   * A unit that was called.
   *
   * @param state last part of its message's key
   * @param at when that happened or should have; null where nobody says when
   * @param late whether it is late, or came late
   */
  public record Called(String name, String state, OffsetDateTime at, boolean late) {}
}
