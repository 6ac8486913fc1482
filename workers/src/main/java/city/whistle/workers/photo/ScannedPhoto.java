package city.whistle.workers.photo;

/**
 * A photo as its header describes it, before anything of it is decoded.
 *
 * @param width in pixels, as it is stored
 * @param height in pixels, as it is stored
 * @param bytesPerPixel that it takes when it is decoded
 * @param orientation EXIF's 1 to 8: how it must be turned to stand upright
 * @param bare the same picture with what decoding needs, and nothing else
 */
record ScannedPhoto(int width, int height, int bytesPerPixel, int orientation, byte[] bare) {

  /** Less shows nothing; a picture of one pixel is a mark, not a photo. */
  private static final int SIDE_MIN = 16;

  private static final int SIDE_MAX = 20_000;
  private static final long PIXELS_MAX = 64_000_000;

  static ScannedPhoto of(PhotoType type, byte[] bytes) {
    ScannedPhoto photo =
        type == PhotoType.JPEG ? new JpegScan(bytes).scan() : new PngScan(bytes).scan();
    photo.requireSize(PIXELS_MAX);
    return photo;
  }

  /**
   * @throws PhotoRefused where it is too small or too large, whatever its bytes would unfold to
   */
  void requireSize(long pixelsMax) {
    if (width < SIDE_MIN || height < SIDE_MIN) {
      throw PhotoRefused.content(
          "the photo has %d × %d pixels; at least %d a side are needed"
              .formatted(width, height, SIDE_MIN));
    }
    if (width > SIDE_MAX || height > SIDE_MAX || (long) width * height > pixelsMax) {
      throw PhotoRefused.content(
          "the photo has %d × %d pixels; at most %d a side and %d million together are taken: make it smaller"
              .formatted(width, height, SIDE_MAX, pixelsMax / 1_000_000));
    }
  }

  static PhotoRefused cutOff() {
    return PhotoRefused.content("the photo is cut off: its end is missing; send it whole");
  }

  static PhotoRefused damaged() {
    return PhotoRefused.content(
        "the photo is damaged and can't be read; open it, save it anew and send that");
  }
}
