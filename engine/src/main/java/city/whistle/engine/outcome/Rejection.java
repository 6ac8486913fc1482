package city.whistle.engine.outcome;

/** A command that can't be done; its message says what is wrong and what would be right. */
public final class Rejection extends RuntimeException {

  /** Why, in terms of what the caller can do about it. */
  public enum Type {
    INVALID_ARGUMENT,
    NOT_FOUND,
    ALREADY_EXISTS,
    INVALID_STATE,
    RESOURCE_EXHAUSTED,
    UNAVAILABLE,
    NOT_IMPLEMENTED,
    INTERNAL
  }

  private final Type type;

  public Rejection(Type type, String message) {
    super(message);
    this.type = type;
  }

  public Type type() {
    return type;
  }

  public static Rejection invalid(String message) {
    return new Rejection(Type.INVALID_ARGUMENT, message);
  }

  public static Rejection notFound(String message) {
    return new Rejection(Type.NOT_FOUND, message);
  }

  public static Rejection alreadyExists(String message) {
    return new Rejection(Type.ALREADY_EXISTS, message);
  }

  public static Rejection wrongState(String message) {
    return new Rejection(Type.INVALID_STATE, message);
  }
}
