package city.whistle.engine.state;

/**
 * How far a multi-instance body is.
 *
 * @param total number of items
 * @param next index, from 0, of the item whose instance is created next
 */
public record LoopProgress(int total, int next, int completed, int terminated) {

  public LoopProgress created() {
    return new LoopProgress(total, next + 1, completed, terminated);
  }

  public LoopProgress oneCompleted() {
    return new LoopProgress(total, next, completed + 1, terminated);
  }

  public LoopProgress oneTerminated() {
    return new LoopProgress(total, next, completed, terminated + 1);
  }
}
