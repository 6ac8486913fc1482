package city.whistle.console.intake;

import city.whistle.console.layout.Page;
import java.util.Arrays;
import java.util.List;

/**
 * What the agent tells the caller.
 *
 * @param code by which the caller finds the case again; shown here alone
 * @param similar numbers of cases that are probably about the same matter
 * @param outlook what was foretold
 */
public record OpenedPage(String number, String code, List<String> similar, Outlook outlook)
    implements Page {

  /** As it is read aloud. */
  public List<String> codeInFours() {
    return Arrays.asList(code.split("(?<=\\G.{4})"));
  }
}
