package city.whistle.workers.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Goes along a PNG's chunks (ISO/IEC 15948), takes what decoding needs, and leaves out what else is
 * in it: texts, times, profiles, EXIF, whatever follows its end.
 */
final class PngScan {

  private static final int SIGNATURE = 8;

  /** Length and type before the content, a checksum behind it. */
  private static final int AROUND = 12;

  private static final int HEADER_BYTES = 13;
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private final byte[] bytes;
  private final ByteBuffer numbers;
  private final ByteArrayOutputStream bare;
  private int width;
  private int height;
  private int bytesPerPixel;
  private int orientation = ExifOrientation.UPRIGHT;

  PngScan(byte[] bytes) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes);
    this.bare = new ByteArrayOutputStream(bytes.length);
    bare.write(bytes, 0, SIGNATURE);
  }

  ScannedPhoto scan() {
    String type = "";
    for (int at = SIGNATURE; !type.equals("IEND"); ) {
      int length = length(at);
      type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      requireChecksum(at, length);
      if ((width == 0) != type.equals("IHDR")) {
        throw ScannedPhoto.damaged();
      }
      look(type, at + 8, length);
      if (NEEDED.contains(type)) {
        bare.write(bytes, at, length + AROUND);
      }
      at += length + AROUND;
    }
    return new ScannedPhoto(width, height, bytesPerPixel, orientation, bare.toByteArray());
  }

  private int length(int at) {
    if (at + AROUND > bytes.length) {
      throw ScannedPhoto.cutOff();
    }
    int length = numbers.getInt(at);
    if (length < 0) {
      throw ScannedPhoto.damaged();
    }
    if (length > bytes.length - at - AROUND) {
      throw ScannedPhoto.cutOff();
    }
    return length;
  }

  private void requireChecksum(int at, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, at + 4, length + 4);
    if ((int) sum.getValue() != numbers.getInt(at + 8 + length)) {
      throw ScannedPhoto.damaged();
    }
  }

  private void look(String type, int at, int length) {
    switch (type) {
      case "IHDR" -> header(at, length);
      case "acTL" ->
          throw PhotoRefused.content("the photo moves (APNG); send a still picture of it");
      case "eXIf" -> orientation = ExifOrientation.of(Arrays.copyOfRange(bytes, at, at + length));
      default -> {
        // of others, what is needed is copied, and the rest left out
      }
    }
  }

  private void header(int at, int length) {
    if (length != HEADER_BYTES) {
      throw ScannedPhoto.damaged();
    }
    width = numbers.getInt(at);
    height = numbers.getInt(at + 4);
    int bits = bytes[at + 8];
    int channels = channels(bytes[at + 9]);
    if (width <= 0 || height <= 0 || bits <= 0 || bits > 16) {
      throw ScannedPhoto.damaged();
    }
    bytesPerPixel = channels * (bits > 8 ? 2 : 1);
  }

  private static int channels(byte colourType) {
    return switch (colourType) {
      case 0, 3 -> 1;
      case 4 -> 2;
      case 2 -> 3;
      case 6 -> 4;
      default -> throw ScannedPhoto.damaged();
    };
  }
}
