package city.whistle.workers.photo;

/** The bytes can't be kept as a photo; the message says why and what would be right. */
public class PhotoRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean otherType;

  private PhotoRefused(boolean otherType, String sentence) {
    super(sentence);
    this.otherType = otherType;
  }

  static PhotoRefused type(String sentence) {
    return new PhotoRefused(true, sentence);
  }

  static PhotoRefused content(String sentence) {
    return new PhotoRefused(false, sentence);
  }

  /** Whether it is of a type that isn't taken, rather than wrong in itself. */
  public boolean isOtherType() {
    return otherType;
  }
}
