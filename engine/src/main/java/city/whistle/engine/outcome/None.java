package city.whistle.engine.outcome;

/** The answer of a command that has nothing to tell. */
public record None() {

  public static final None NONE = new None();
}
