package city.whistle.workers.model;

import java.util.List;

/** Where models run. */
public interface ModelEngine {

  /**
   * Deploys all as one, so that they keep to each other.
   *
   * @return what the engine has now, by id
   * @throws Refused where it doesn't take them as they are
   */
  List<Deployed> deploy(List<ModelFile> files);

  /**
   * @param kind {@code process}, {@code decision} or {@code form}
   */
  record Deployed(String kind, String id, int version) {}

  /** The engine's own words, which name file and element. */
  class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refused(String message) {
      super(message);
    }
  }
}
