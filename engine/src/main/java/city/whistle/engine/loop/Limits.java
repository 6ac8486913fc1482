package city.whistle.engine.loop;

/**
 * Bounds of the loop.
 *
 * @param waiting how many commands may wait; further ones are refused
 * @param commands how many commands are committed together at most
 * @param changes after how many changes of rows a group is committed in any case
 */
public record Limits(int waiting, int commands, int changes) {

  public static final Limits DEFAULT = new Limits(10_000, 1_000, 20_000);
}
