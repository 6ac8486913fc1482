package city.whistle.workers.job;

/**
 * Thrown by the worker of a completing task listener: the task stays open with its assignee, and
 * who completed it reads why.
 */
public final class CompletionDenied extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param reason for the person: what is wrong and what would be right, without what was sent
   */
  public CompletionDenied(String reason) {
    super(reason);
  }
}
