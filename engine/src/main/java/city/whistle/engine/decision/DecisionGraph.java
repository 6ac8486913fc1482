package city.whistle.engine.decision;

import java.util.List;
import java.util.Set;
import org.camunda.dmn.parser.ParsedDmn;

/** A decision requirements graph, compiled: the decisions of one DMN file. Immutable. */
public final class DecisionGraph {

  private final String id;
  private final String name;
  private final List<Decision> decisions;
  private final ParsedDmn parsed;
  private final Set<String> variableNames;

  DecisionGraph(
      String id,
      String name,
      List<Decision> decisions,
      ParsedDmn parsed,
      Set<String> variableNames) {
    this.id = id;
    this.name = name;
    this.decisions = decisions;
    this.parsed = parsed;
    this.variableNames = variableNames;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<Decision> decisions() {
    return decisions;
  }

  ParsedDmn parsed() {
    return parsed;
  }

  /** All names that its expressions mention; some of them are no variables of a scope. */
  Set<String> variableNames() {
    return variableNames;
  }

  /**
   * A decision of the graph.
   *
   * @param versionTag null where the model gives none
   */
  public record Decision(String id, String name, String versionTag) {}
}
