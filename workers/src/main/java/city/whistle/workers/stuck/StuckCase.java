package city.whistle.workers.stuck;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.EngineView.Wait;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;

/** A case that stands still, with every reason, and for whom it waits. */
public record StuckCase(CaseFile file, List<Cause> causes, List<Wait> waits) {

  /**
   * @param detail which limit, which element and incident, or what became of the process
   * @param since null where nobody can tell
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cause(String why, OffsetDateTime since, String detail) {}
}
