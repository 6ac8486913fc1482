package city.whistle.workers.photo;

/**
 * A photo as it may be kept.
 *
 * @param jpeg upright, without any metadata
 */
public record CleanPhoto(int width, int height, byte[] jpeg) {

  public static final String MEDIA_TYPE = "image/jpeg";

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "CleanPhoto[" + width + "x" + height + "]";
  }
}
