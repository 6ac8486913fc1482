package city.whistle.engine.state;

/**
 * Steps that a command left over because it had run for long: they go on in a later command.
 *
 * @param steps as JSON
 * @param depths a JSON array with the depth of each step; 0 for those that it leaves out
 */
public record Continuation(long key, String steps, String depths) implements Row {

  @Override
  public int weight() {
    return 1 + (steps.length() + depths.length()) / 1024;
  }
}
