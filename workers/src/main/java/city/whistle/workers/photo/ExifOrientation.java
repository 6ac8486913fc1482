package city.whistle.workers.photo;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a photo must be turned to stand upright, as its EXIF data say (CIPA DC-008, tag 0x0112). */
final class ExifOrientation {

  static final int UPRIGHT = 1;

  private static final int FIRST_SIDEWAYS = 5;
  private static final int LAST = 8;
  private static final int TAG = 0x0112;
  private static final int TIFF_HEADER = 8;
  private static final int TIFF_MAGIC = 42;
  private static final int ENTRY = 12;
  private static final int SHORT = 3;

  private ExifOrientation() {}

  /**
   * @param tiff EXIF's content; where anything about it is odd, the photo stays as it is
   */
  static int of(byte[] tiff) {
    if (tiff.length < TIFF_HEADER) {
      return UPRIGHT;
    }
    ByteBuffer data =
        ByteBuffer.wrap(tiff)
            .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = data.getInt(4);
    if (data.getShort(2) != TIFF_MAGIC || directory < 0 || directory > tiff.length - 2) {
      return UPRIGHT;
    }
    int entries = data.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY;
      if (at > tiff.length - ENTRY) {
        return UPRIGHT;
      }
      if ((data.getShort(at) & 0xFFFF) == TAG && data.getShort(at + 2) == SHORT) {
        int value = data.getShort(at + 8);
        return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Whether width and height change places. */
  static boolean isSideways(int orientation) {
    return orientation >= FIRST_SIDEWAYS;
  }

  /** Turns a picture of this size upright. */
  static AffineTransform upright(int orientation, double width, double height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
