package city.whistle.console.photos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Photos as telephones send them. */
final class Photos {

  /** What stands in the photo beside the picture. */
  static final String SECRET = "39.9289N 116.3388E";

  private static final int BIG_ENDIAN_TIFF = 0x4D4D002A;
  private static final short ORIENTATION = 0x0112;
  private static final short SHORT = 3;
  private static final short TURNED_RIGHT = 6;

  private Photos() {}

  static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }

  /** Taken with the telephone upright, which its pixels don't show, and with the place. */
  static byte[] sideways(int width, int height) throws IOException {
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(head.length + 26 + secret.length);
    exif.put(head).putInt(BIG_ENDIAN_TIFF).putInt(8).putShort((short) 1);
    exif.putShort(ORIENTATION).putShort(SHORT).putInt(1).putShort(TURNED_RIGHT).putShort((short) 0);
    exif.putInt(0).put(secret);
    byte[] plain = jpeg(width, height);
    ByteBuffer all = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
    all.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2));
    all.put(exif.array()).put(plain, 2, plain.length - 2);
    return all.array();
  }
}
