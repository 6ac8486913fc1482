package city.whistle.workers.intake;

/** The hotline used its number before, for a request that says something else. */
public class ExternalIdConflict extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ExternalIdConflict() {
    super("this externalId was used before with another body; use a new externalId for a new case");
  }
}
