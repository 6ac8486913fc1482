package city.whistle.console.patrols;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A patrol.
 *
 * @param laneId of the lane
 * @param by name of who walked
 * @param post which he held, last part of its message's key
 * @param disorder null where nothing was found, as are the following
 * @param proposal what he proposes; null where he says nothing
 * @param told who heard of it first, last parts of their messages' keys
 * @param caseNumber null for none
 * @param opensCase whether the person may open it
 * @param mark how the chief judges the work; null where he hasn't
 * @param decides whether what becomes of it is the person's to say now
 * @param before photos, as {@code after}
 * @param adds whether photos may be added
 * @param wrong what was wrong with photos just sent
 */
public record PatrolPage(
    String number,
    String laneId,
    String lane,
    String street,
    Named rhythm,
    OffsetDateTime walkedAt,
    OffsetDateTime reportedAt,
    String by,
    String post,
    Named disorder,
    String what,
    String place,
    String proposal,
    String state,
    List<String> told,
    String caseNumber,
    boolean opensCase,
    String whistleNumber,
    Integer mark,
    String markNote,
    boolean decides,
    List<Photo> before,
    List<Photo> after,
    boolean adds,
    List<Message> wrong)
    implements Page {

  @Override
  public HttpStatus status() {
    return wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** Something of the policy's. */
  public record Named(String name, String nameEn) {}

  /** A photo. */
  public record Photo(String path, int width, int height, OffsetDateTime at) {}
}
