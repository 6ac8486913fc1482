package city.whistle.workers.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Draws photos anew: what comes out has the picture that was seen, upright and at most 2048 pixels
 * a side, and nothing else of what came in. One at a time, so that many photos need no more memory
 * than one; nothing of them is written to a disk.
 */
@Component
public class PhotoCleaner {

  /** Enough to read a meter or a number plate by. */
  static final int SIDE_MAX = 2048;

  private static final long DECODED_BYTES_MAX = 50_000_000;
  private static final float QUALITY = 0.85f;
  private static final int WAIT_SECONDS = 20;

  private final Semaphore turn = new Semaphore(1, true);

  /**
   * @throws PhotoRefused saying what is wrong with it
   * @throws TooBusy where others' photos took too long
   */
  public CleanPhoto clean(byte[] bytes, String declaredType) {
    PhotoType type = PhotoType.of(bytes);
    requireDeclared(type, declaredType);
    takeTurn();
    try {
      ScannedPhoto photo = ScannedPhoto.of(type, bytes);
      return encoded(upright(photo, decoded(type, photo)));
    } finally {
      turn.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turn.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
  }

  private static void requireDeclared(PhotoType type, String declared) {
    if (declared != null && declared.startsWith("image/") && !declared.equals(type.mediaType())) {
      throw PhotoRefused.type(
          "the Content-Type says %s, but the bytes are %s"
              .formatted(
                  declared.matches("[\\w.+/-]{1,50}") ? declared : "otherwise", type.mediaType()));
    }
  }

  private static BufferedImage decoded(PhotoType type, ScannedPhoto photo) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(type.name()).next();
    DamageListener damage = new DamageListener();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.bare()))) {
      reader.addIIOReadWarningListener(damage);
      reader.setInput(input, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = step(photo);
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, param);
      damage.throwIfAny();
      return image;
    } catch (IOException | RuntimeException e) {
      // of what is wrong with it a decoder speaks in many exceptions
      throw e instanceof PhotoRefused refused ? refused : ScannedPhoto.damaged();
    } finally {
      reader.dispose();
    }
  }

  /** Of how many rows and columns one is read: more than are shown, less than memory bears. */
  private static int step(ScannedPhoto photo) {
    int step = Math.max(1, Math.max(photo.width(), photo.height()) / SIDE_MAX);
    while ((long) (photo.width() / step) * (photo.height() / step) * photo.bytesPerPixel()
        > DECODED_BYTES_MAX) {
      step++;
    }
    return step;
  }

  private static BufferedImage upright(ScannedPhoto photo, BufferedImage image) {
    double scale = Math.min(1, (double) SIDE_MAX / Math.max(image.getWidth(), image.getHeight()));
    boolean sideways = ExifOrientation.isSideways(photo.orientation());
    int width = side(scale * (sideways ? image.getHeight() : image.getWidth()));
    int height = side(scale * (sideways ? image.getWidth() : image.getHeight()));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = drawn.createGraphics();
    try {
      canvas.setColor(Color.WHITE);
      canvas.fillRect(0, 0, width, height);
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      AffineTransform way = AffineTransform.getScaleInstance(scale, scale);
      way.concatenate(
          ExifOrientation.upright(photo.orientation(), image.getWidth(), image.getHeight()));
      canvas.drawImage(image, way, null);
    } finally {
      canvas.dispose();
    }
    return drawn;
  }

  private static int side(double pixels) {
    return Math.max(1, (int) Math.round(pixels));
  }

  private static CleanPhoto encoded(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return new CleanPhoto(image.getWidth(), image.getHeight(), bytes.toByteArray());
  }

  /** Others' photos are being looked at; this one may come again. */
  public static class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooBusy() {
      super("too many photos come at once; send this one again soon");
    }
  }
}
