package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What an action will do, before it is done.
 *
 * @param action last part of its message's key
 * @param path where it is sent
 * @param back path of where one came from
 * @param preview what will happen
 * @param possible whether it can be done at all; otherwise the preview says why not
 * @param targets what exactly is acted on; sent along, so that it is this and nothing else
 * @param people to whom a task can go; null where that isn't asked
 * @param to what was chosen of them
 * @param refusal the words of who refused it; null for none
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
    String reason,
    Problems problems,
    String refusal)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() && refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** An incident that is tried again. */
  public record Target(long key, String step, String kind, OffsetDateTime since) {}

  /** Somebody to whom a task can go. */
  public record Option(String id, String name) {}
}
