package city.whistle.engine.model;

/**
 * Which version of a called process, decision or form is meant.
 *
 * @param versionTag null except for VERSION_TAG
 */
public record Binding(Type type, String versionTag) {

  public static final Binding LATEST = new Binding(Type.LATEST, null);
  public static final Binding DEPLOYMENT = new Binding(Type.DEPLOYMENT, null);

  /** Camunda's binding types. */
  public enum Type {
    LATEST,
    DEPLOYMENT,
    VERSION_TAG
  }
}
