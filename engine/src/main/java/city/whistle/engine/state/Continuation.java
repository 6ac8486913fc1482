package city.whistle.engine.state;

/**
 * Steps that a command left over because it had run for long: they go on in a later command.
 *
 * @param steps as JSON
 * @param depths a JSON array with the depth of each step; 0 for those that it leaves out
 * @param begun how many elements were begun so far since something from outside happened
 */
public record Continuation(long key, String steps, String depths, int begun) implements Row {

  @Override
  public int weight() {
    return 1 + (steps.length() + depths.length()) / 1024;
  }
}
