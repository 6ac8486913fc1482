package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What can be asked of the store. Answers are JSON objects as the API has them. All of it blocks;
 * {@link Queries} says where.
 */
public final class Database {

  private final DSLContext database;
  private final Searcher searcher;

  Database(DSLContext database) {
    this.database = database;
    this.searcher = new Searcher(database);
  }

  /**
   * @throws Rejection where the request has an unknown or mistyped member
   */
  public Found search(Searchable what, SearchRequest request) {
    return searcher.search(what.resource(), request, DSL.noCondition());
  }

  /**
   * @throws Rejection where there is none with this key
   */
  public Map<String, Object> get(Searchable what, long key) {
    return found(searcher.get(what.resource(), key), what.resource().name(), key);
  }

  /**
   * @param id of one decision in an evaluation: the evaluation's key, a hyphen, the index
   */
  public Map<String, Object> decisionInstance(String id) {
    Resource instances = Decisions.INSTANCES_IN_DETAIL;
    return found(searcher.getWhere(instances, Decisions.identified(id)), instances.name(), id);
  }

  /** The BPMN of a process. */
  public String processXml(long key) {
    return found(Deployments.xml(database, "process_definition", key), "process definition", key);
  }

  /** The DMN of a requirements graph. */
  public String requirementsXml(long key) {
    return found(
        Deployments.xml(database, "decision_requirements", key),
        "decision requirements graph",
        key);
  }

  /** The DMN that a decision stands in. */
  public String decisionXml(long key) {
    return found(Deployments.decisionXml(database, key), "decision definition", key);
  }

  /** A deployed file of any kind, without its content. */
  public Map<String, Object> resource(long key) {
    return found(Deployments.resource(database, key), "resource", key);
  }

  /** The text of a deployed file of any kind. */
  public String resourceContent(long key) {
    return found(Deployments.content(database, key), "resource", key);
  }

  /** The form of a user task, if it has a deployed one. */
  public Optional<Map<String, Object>> userTaskForm(long userTaskKey) {
    Object formKey = get(Searchable.USER_TASK, userTaskKey).get("formKey");
    return formKey == null
        ? Optional.empty()
        : Deployments.form(database, Long.parseLong((String) formKey));
  }

  /** The deployed form to start a process with, if it has one. */
  public Optional<Map<String, Object>> startForm(long processDefinitionKey) {
    get(Searchable.PROCESS_DEFINITION, processDefinitionKey);
    return Deployments.startForm(database, processDefinitionKey);
  }

  /** Variables that a user task sees, of all scopes around it. */
  public Found userTaskVariables(long userTaskKey, SearchRequest request, boolean whole) {
    Map<String, Object> task = get(Searchable.USER_TASK, userTaskKey);
    return variables(
        Variables.visibleFrom(key(task, "elementInstanceKey"), key(task, "processInstanceKey")),
        request,
        whole);
  }

  /** Variables that a user task sees, of each name the innermost. */
  public Found userTaskEffectiveVariables(long userTaskKey, SearchRequest request, boolean whole) {
    Map<String, Object> task = get(Searchable.USER_TASK, userTaskKey);
    return variables(
        Variables.effectiveAt(key(task, "elementInstanceKey"), key(task, "processInstanceKey")),
        request,
        whole);
  }

  private Found variables(Condition within, SearchRequest request, boolean whole) {
    return searcher.search(whole ? Variables.FULL : Variables.TRUNCATED, request, within);
  }

  /** Incidents of an instance and of what it called. */
  public Found instanceIncidents(long processInstanceKey, SearchRequest request) {
    get(Searchable.PROCESS_INSTANCE, processInstanceKey);
    return searcher.search(Incidents.RESOURCE, request, Incidents.below(processInstanceKey));
  }

  public List<Map<String, Object>> sequenceFlows(long processInstanceKey) {
    get(Searchable.PROCESS_INSTANCE, processInstanceKey);
    return Paths.sequenceFlows(database, processInstanceKey);
  }

  public List<Map<String, Object>> callHierarchy(long processInstanceKey) {
    get(Searchable.PROCESS_INSTANCE, processInstanceKey);
    return Paths.callHierarchy(database, processInstanceKey);
  }

  public List<Map<String, Object>> instanceStatistics(long processInstanceKey) {
    get(Searchable.PROCESS_INSTANCE, processInstanceKey);
    return Statistics.ofInstance(database, processInstanceKey);
  }

  /**
   * @param filter which instances of the process count, as in their search
   */
  public List<Map<String, Object>> definitionStatistics(
      long processDefinitionKey, Map<String, Object> filter) {
    get(Searchable.PROCESS_DEFINITION, processDefinitionKey);
    return Statistics.ofDefinition(database, processDefinitionKey, filter);
  }

  private static long key(Map<String, Object> item, String name) {
    return Long.parseLong((String) item.get(name));
  }

  private static <T> T found(Optional<T> answer, String name, Object key) {
    return answer.orElseThrow(
        () -> Rejection.notFound("There is no " + name + " with the key '" + key + "'."));
  }
}
