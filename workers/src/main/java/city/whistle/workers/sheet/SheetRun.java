package city.whistle.workers.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file that somebody brought.
 *
 * @param who brought it
 * @param apply whether it is to be imported where nothing is wrong with it, or was
 * @param state {@code waiting} until it was worked on, {@code wrong}, {@code checked}, {@code
 *     imported}; {@code failed} where the program itself did
 * @param done rows written so far of {@code total}; 0 of 0 before
 * @param result null while it waits
 * @param endedAt when it was worked on last; null before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetRun(
    UUID id,
    SheetKind kind,
    String who,
    boolean apply,
    String state,
    int done,
    int total,
    SheetResult result,
    OffsetDateTime broughtAt,
    OffsetDateTime endedAt) {

  public static final String WAITING = "waiting";
  public static final String WRONG = "wrong";
  public static final String CHECKED = "checked";
  public static final String IMPORTED = "imported";
  public static final String FAILED = "failed";

  public boolean isWaiting() {
    return state.equals(WAITING);
  }

  public boolean isChecked() {
    return state.equals(CHECKED);
  }
}
