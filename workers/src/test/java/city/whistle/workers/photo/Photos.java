package city.whistle.workers.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos as tests send them: red on the left, blue on the right, with what cameras add. */
public final class Photos {

  /** What a camera wrote into the photo; it must be nowhere afterwards. */
  public static final String SECRET = "Zhao Yangli's phone at 39.9289N 116.3388E";

  private static final int PNG_HEADER_END = 33;

  private Photos() {}

  public static byte[] jpeg(int width, int height) {
    return jpeg(picture(width, height, BufferedImage.TYPE_INT_RGB), false);
  }

  static byte[] progressive(int width, int height) {
    return jpeg(picture(width, height, BufferedImage.TYPE_INT_RGB), true);
  }

  static byte[] grey(int width, int height) {
    return jpeg(picture(width, height, BufferedImage.TYPE_BYTE_GRAY), false);
  }

  /** With EXIF: the orientation, and a description that tells who took it, where. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    return insert(jpeg, 2, segment(0xE1, concat(text("Exif\0\0"), tiff(orientation))));
  }

  static byte[] withComment(byte[] jpeg) {
    return insert(jpeg, 2, segment(0xFE, text(SECRET)));
  }

  /** Of random dots, so that there is something to cut off. */
  public static byte[] noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return jpeg(image, false);
  }

  public static byte[] png(int width, int height) {
    return png(picture(width, height, BufferedImage.TYPE_INT_ARGB));
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", new MemoryCacheImageOutputStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] withChunk(byte[] png, String type, byte... content) {
    return insert(png, PNG_HEADER_END, chunk(type, content));
  }

  /** The same file with another size in its header. */
  static byte[] claiming(byte[] photo, int width, int height) {
    byte[] changed = photo.clone();
    if (changed[0] == (byte) 0xFF) {
      int frame = frame(changed);
      ByteBuffer.wrap(changed)
          .putShort(frame + 5, (short) height)
          .putShort(frame + 7, (short) width);
      return changed;
    }
    ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(changed, 12, 17);
    ByteBuffer.wrap(changed).putInt(29, (int) sum.getValue());
    return changed;
  }

  static byte[] inCmyk(byte[] jpeg) {
    byte[] changed = jpeg.clone();
    changed[frame(changed) + 9] = 4;
    return changed;
  }

  private static int frame(byte[] jpeg) {
    for (int i = 2; ; i += 2 + (jpeg[i + 2] & 0xFF) * 256 + (jpeg[i + 3] & 0xFF)) {
      int marker = jpeg[i + 1] & 0xFF;
      if (marker >= 0xC0 && marker <= 0xC2) {
        return i;
      }
    }
  }

  public static byte[] concat(byte[] a, byte... b) {
    return insert(a, a.length, b);
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static BufferedImage picture(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width, height);
    canvas.dispose();
    return image;
  }

  private static byte[] jpeg(BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static byte[] tiff(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(38 + SECRET.length() + 1).order(ByteOrder.BIG_ENDIAN);
    tiff.put(text("MM")).putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(SECRET.length() + 1).putInt(38);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    tiff.put(text(SECRET)).put((byte) 0);
    return tiff.array();
  }

  private static byte[] segment(int marker, byte... content) {
    return ByteBuffer.allocate(content.length + 4)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .array();
  }

  private static byte[] chunk(String type, byte... content) {
    CRC32 sum = new CRC32();
    sum.update(text(type));
    sum.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(text(type))
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] insert(byte[] bytes, int at, byte... more) {
    return ByteBuffer.allocate(bytes.length + more.length)
        .put(bytes, 0, at)
        .put(more)
        .put(bytes, at, bytes.length - at)
        .array();
  }
}
