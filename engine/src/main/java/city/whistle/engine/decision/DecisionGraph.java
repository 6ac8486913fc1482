package city.whistle.engine.decision;

import java.util.List;

/** A decision requirements graph, compiled. */
public record DecisionGraph(String id, String name, List<Decision> decisions) {

  /**
   * @param versionTag null for none
   */
  public record Decision(String id, String name, String versionTag) {}
}
