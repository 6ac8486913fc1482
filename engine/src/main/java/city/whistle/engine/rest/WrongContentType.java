package city.whistle.engine.rest;

/** A request whose content is of another type than the operation takes. */
final class WrongContentType extends RuntimeException {

  WrongContentType(String expected) {
    super("The content of this request must be of the type " + expected + ".");
  }
}
