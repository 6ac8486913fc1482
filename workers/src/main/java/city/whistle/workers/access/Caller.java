package city.whistle.workers.access;

/**
 * Who asks.
 *
 * @param clientId the client whose key came
 * @param unitCode the unit whose system it is; null for a hotline or the centre
 * @param centre whether it acts for the centre, which may pass on any resident's wish
 */
public record Caller(String clientId, String unitCode, boolean centre) {

  /** Whether it asks for one unit, and no more. */
  public boolean isUnit() {
    return unitCode != null;
  }
}
