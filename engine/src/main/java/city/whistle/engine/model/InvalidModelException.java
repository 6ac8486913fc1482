package city.whistle.engine.model;

import java.util.ArrayList;
import java.util.List;

/** A resource that can't be deployed; it has every mistake that was found, not just the first. */
public final class InvalidModelException extends RuntimeException {

  /** What a caller can take in, and what an answer of gRPC has room for. */
  private static final int MAX_SHOWN = 50;

  private static final int MAX_LENGTH = 500;

  private final List<String> mistakes;

  public InvalidModelException(String resourceName, List<String> mistakes) {
    super("'" + resourceName + "':\n" + shown(mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  private static String shown(List<String> mistakes) {
    List<String> lines =
        new ArrayList<>(
            mistakes.stream().limit(MAX_SHOWN).map(InvalidModelException::shortened).toList());
    if (mistakes.size() > MAX_SHOWN) {
      lines.add("and %d more".formatted(mistakes.size() - MAX_SHOWN));
    }
    return String.join("\n", lines);
  }

  private static String shortened(String mistake) {
    return mistake.length() > MAX_LENGTH ? mistake.substring(0, MAX_LENGTH) + "…" : mistake;
  }

  public List<String> mistakes() {
    return mistakes;
  }
}
