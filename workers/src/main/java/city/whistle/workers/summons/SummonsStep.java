package city.whistle.workers.summons;

import java.util.Optional;

/** The steps of a summoned unit whose times count. */
public enum SummonsStep {
  SIGNED("SignSummons", "signed_at"),
  ARRIVED("ReportOnSite", "arrived_at"),
  DONE("DoPart", "done_at");

  private final String elementId;
  private final String column;

  SummonsStep(String elementId, String column) {
    this.elementId = elementId;
    this.column = column;
  }

  String column() {
    return column;
  }

  /** The step that completing the user task of this id is; empty for other tasks. */
  public static Optional<SummonsStep> ofElement(String elementId) {
    for (SummonsStep step : values()) {
      if (step.elementId.equals(elementId)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
