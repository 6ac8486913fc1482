package city.whistle.workers.casefile;

import java.util.List;
import java.util.Optional;

/** Where to learn what people have to do for a case now. */
public interface OpenTasks {

  /**
   * The open tasks of the instance and of those that it called; empty where the engine doesn't
   * answer.
   */
  Optional<List<OpenTask>> of(long processInstanceKey);

  /**
   * One of them.
   *
   * @param step id of its element
   * @param name as the model calls it; the id where it has no name
   */
  record OpenTask(String step, String name) {}
}
