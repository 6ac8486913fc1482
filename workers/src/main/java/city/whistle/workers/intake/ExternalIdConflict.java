package city.whistle.workers.intake;

/** The hotline used its number before, for a request that says something else. */
public class ExternalIdConflict extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param kind what it was to be: a case, a wish, a whistle, …
   */
  public ExternalIdConflict(String kind) {
    super(
        "this externalId was used before with another body; use a new externalId for a new "
            + kind);
  }
}
