package city.whistle.console.casepage;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import city.whistle.console.limits.WhyStep;
import city.whistle.console.tasks.Parties.Party;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A case.
 *
 * @param path of this page
 * @param state last part of its message's key
 * @param whistled whether a whistle is going on
 * @param over whether nothing more happens to it
 * @param place name of its sub-district or district
 * @param owner null until dispatched
 * @param landed the body of a sub-district that has it; null for other owners and when it is over
 * @param settleBy null until dispatched, and when it is over
 * @param why how that limit came about, earliest first
 * @param todo what people have to do now; null where the engine doesn't answer
 * @param lines what happened, newest first
 * @param earlier path of the lines before these; null where these are the first
 * @param calls null where the person doesn't see callbacks
 * @param lane in which it is; null where none is known
 * @param follows number of the case that it follows; null for most
 * @param followers numbers of the cases that follow it, a hundred at most
 * @param merges whether the person may merge and part it now
 * @param opensWhistles whether the person may open whistles' own pages
 * @param reveals whether the person may ask for the resident's data
 */
public record CasePage(
    String path,
    String number,
    String title,
    String state,
    boolean whistled,
    boolean over,
    boolean confidential,
    String owner,
    Landed landed,
    String category,
    String place,
    String channel,
    OffsetDateTime receivedAt,
    int round,
    OffsetDateTime settleBy,
    List<WhyStep> why,
    List<Todo> todo,
    List<Line> lines,
    String earlier,
    List<WhistleBox> whistles,
    List<Call> calls,
    LaneBox lane,
    String follows,
    List<String> followers,
    boolean merges,
    boolean opensWhistles,
    boolean reveals)
    implements Page {

  /**
   * Something to do now.
   *
   * @param path where the person does it; null where it isn't his
   * @param whose names of the groups whose it is
   * @param takenBy null where nobody has taken it
   * @param began since when it is there
   */
  public record Todo(
      String path,
      String kind,
      String name,
      List<Party> whose,
      String takenBy,
      OffsetDateTime due,
      OffsetDateTime began) {}

  /**
   * Something that happened.
   *
   * @param style {@code sys}, {@code bad}, or null
   * @param who name of who did it, or last part of its message's key
   * @param lender name of the one for whom he stood in; null for himself
   * @param sent what somebody sent with his task
   * @param gone where a supervisor moved or migrated a process; null for all else
   * @param folded where this stands for several, each of them, newest first
   */
  public record Line(
      OffsetDateTime at,
      String what,
      String who,
      String lender,
      String unit,
      String why,
      String style,
      List<Sent> sent,
      Gone gone,
      List<Line> folded) {}

  /**
   * From where to where a supervisor had something go.
   *
   * @param process last part of the message's key of the process that goes by another version; null
   *     where it is a token that was moved
   */
  public record Gone(String process, Message way) {}

  /**
   * An answer in a form, or a row of answers.
   *
   * @param key the form's, last part of a message's key
   * @param values codes, times and texts as they were sent, and units' names
   */
  public record Sent(String key, List<String> values) {}

  /**
   * A whistle of the case.
   *
   * @param state {@code goesOn}, {@code ended} or {@code refused}
   * @param minutes null until it is over
   * @param joint of a joint enforcement whistle; null for others
   */
  public record WhistleBox(
      String number,
      String kind,
      String state,
      String reason,
      List<Summoned> units,
      Minutes minutes,
      Joint joint) {}

  /**
   * The body of a sub-district that has the case.
   *
   * @param onDuty names of who is on duty now, empty for somebody whom the rota doesn't name
   */
  public record Landed(String body, List<String> onDuty) {}

  /**
   * One of the enforcement centre.
   *
   * @param role last part of its message's key, as is {@code gap}
   * @param gap why it wasn't called; null where it was
   */
  public record JointParty(String role, String name, List<String> people, String gap) {}

  /**
   * A joint enforcement action.
   *
   * @param parties whom the centre had when the whistle was issued, and whom it lacked
   * @param found null until it is written down, as is {@code own}
   * @param deeds what each unit did
   */
  public record Joint(List<JointParty> parties, String found, String own, List<Action> deeds) {}

  /**
   * A unit that was called.
   *
   * @param late until when it ought to have come where that has passed; null otherwise
   * @param result last part of a message's key; null while it is at it
   */
  public record Summoned(
      String name,
      OffsetDateTime signedAt,
      OffsetDateTime arrivedAt,
      OffsetDateTime late,
      String result,
      boolean released) {}

  /** What a meeting agreed. */
  public record Minutes(String agreed, String dissent, List<Action> actions) {}

  /** What a unit has to do after a meeting. */
  public record Action(String what, String unit, String result) {}

  /**
   * The lane of the case.
   *
   * @param open whether the person may open the lane's page
   * @param mark how its chief judges the work, 1 to 5; null where he hasn't
   * @param judges whether the person judges it now
   */
  public record LaneBox(
      String id, String name, boolean open, Integer mark, String note, boolean judges) {}

  /** A call back. */
  public record Call(
      int round,
      int attempt,
      String channel,
      OffsetDateTime at,
      boolean open,
      Boolean answered,
      String settled,
      String satisfied) {}
}
