package city.whistle.workers.api;

/** Nothing is there under the number, month or code asked for. */
class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotFound(String message) {
    super(message);
  }
}
