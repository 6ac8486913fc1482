package city.whistle.workers.casefile;

import java.util.List;
import java.util.Optional;

/** Where to learn what people have to do for a case now. */
public interface OpenTasks {

  /**
   * Names of the open tasks of the instance and of those that it called; empty where the engine
   * doesn't answer.
   */
  Optional<List<String>> of(long processInstanceKey);
}
