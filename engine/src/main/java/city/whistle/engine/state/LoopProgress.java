package city.whistle.engine.state;

/**
 * How far a multi-instance body is.
 *
 * @param total number of items
 * @param next index, from 0, of the item whose instance is created next
 * @param depth how many elements were begun one after another up to the body: each instance goes on
 *     from there, not from the one before it
 */
public record LoopProgress(int total, int next, int completed, int terminated, int depth) {

  public LoopProgress created() {
    return new LoopProgress(total, next + 1, completed, terminated, depth);
  }

  public LoopProgress oneCompleted() {
    return new LoopProgress(total, next, completed + 1, terminated, depth);
  }

  public LoopProgress oneTerminated() {
    return new LoopProgress(total, next, completed, terminated + 1, depth);
  }
}
