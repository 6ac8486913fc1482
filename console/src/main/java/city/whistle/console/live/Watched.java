package city.whistle.console.live;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an open page shows. */
sealed interface Watched {

  /** One case or whistle, by the id of its timeline. */
  record Subject(UUID id) implements Watched {}

  /**
   * A list of what concerns these units.
   *
   * @param codes null for a list of the whole city's
   */
  record Lists(List<String> codes) implements Watched {

    boolean isOf(Set<String> concerned) {
      return codes == null || codes.stream().anyMatch(concerned::contains);
    }
  }
}
