package city.whistle.engine.query;

/** What can be searched for and, mostly, got by key. */
public enum Searchable {
  PROCESS_DEFINITION(ProcessDefinitions.RESOURCE),
  PROCESS_INSTANCE(ProcessInstances.RESOURCE),
  ELEMENT_INSTANCE(ElementInstances.RESOURCE),
  /** Variables whose long values are cut. */
  VARIABLE(Variables.TRUNCATED),
  /** Variables with their whole values. */
  WHOLE_VARIABLE(Variables.FULL),
  USER_TASK(UserTasks.RESOURCE),
  INCIDENT(Incidents.RESOURCE),
  JOB(Jobs.RESOURCE),
  MESSAGE_SUBSCRIPTION(Messages.SUBSCRIPTIONS),
  CORRELATED_MESSAGE(Messages.CORRELATED),
  DECISION_DEFINITION(Decisions.DEFINITIONS),
  DECISION_REQUIREMENTS(Decisions.REQUIREMENTS),
  DECISION_INSTANCE(Decisions.INSTANCES);

  private final Resource resource;

  Searchable(Resource resource) {
    this.resource = resource;
  }

  Resource resource() {
    return resource;
  }
}
