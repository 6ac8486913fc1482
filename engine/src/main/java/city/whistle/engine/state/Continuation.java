package city.whistle.engine.state;

/** Steps that a command left over because it had run for long: they go on in a later command. */
public record Continuation(long key, String steps) implements Row {

  @Override
  public int weight() {
    return 1 + steps.length() / 1024;
  }
}
