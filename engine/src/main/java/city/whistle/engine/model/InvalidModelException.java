package city.whistle.engine.model;

import java.util.List;

/** A resource that can't be deployed; it has every mistake that was found, not just the first. */
public final class InvalidModelException extends RuntimeException {

  private final List<String> mistakes;

  public InvalidModelException(String resourceName, List<String> mistakes) {
    super("'" + resourceName + "':\n" + String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<String> mistakes() {
    return mistakes;
  }
}
