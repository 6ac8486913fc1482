package city.whistle.workers.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes along a JPEG's segments (ITU-T T.81, annex B), takes what decoding needs, and leaves out
 * what else is in it: EXIF, profiles, comments, previews, whatever follows its end.
 */
final class JpegScan {

  private static final int SOF_BASELINE = 0xC0;
  private static final int SOF_EXTENDED = 0xC1;
  private static final int SOF_PROGRESSIVE = 0xC2;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int RESTART_FIRST = 0xD0;
  private static final int RESTART_LAST = 0xD7;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTIZATION_TABLES = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;

  /** A progressive picture is held whole, in numbers of two bytes, while it is decoded. */
  private static final long PROGRESSIVE_PIXELS_MAX = 24_000_000;

  /** Each goes over the whole picture again; programs make about ten. */
  private static final int SCANS_MAX = 64;

  private static final int GREY = 1;
  private static final int COLOUR = 3;
  private static final int CMYK = 4;
  private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN_JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

  private final byte[] bytes;
  private final ByteArrayOutputStream bare;
  private int at = 2;
  private int width;
  private int height;
  private int channels;
  private boolean progressive;
  private int scans;
  private int orientation = ExifOrientation.UPRIGHT;

  JpegScan(byte[] bytes) {
    this.bytes = bytes;
    this.bare = new ByteArrayOutputStream(bytes.length);
    marker(START);
  }

  ScannedPhoto scan() {
    for (int marker = nextMarker(); marker != END; marker = nextMarker()) {
      if (marker < RESTART_FIRST || marker > RESTART_LAST) {
        segment(marker);
      }
    }
    marker(END);
    if (scans == 0) {
      throw ScannedPhoto.damaged();
    }
    return new ScannedPhoto(width, height, channels, orientation, bare.toByteArray());
  }

  private int nextMarker() {
    if (next() != 0xFF) {
      throw ScannedPhoto.damaged();
    }
    int marker = next();
    while (marker == 0xFF) {
      marker = next();
    }
    return marker;
  }

  private void segment(int marker) {
    int length = next() << 8 | next();
    int from = at;
    int to = at + length - 2;
    if (length < 2) {
      throw ScannedPhoto.damaged();
    }
    if (to > bytes.length) {
      throw ScannedPhoto.cutOff();
    }
    at = to;
    switch (marker) {
      case QUANTIZATION_TABLES, HUFFMAN_TABLES, RESTART_INTERVAL -> keep(marker, from, to);
      case SOF_BASELINE, SOF_EXTENDED, SOF_PROGRESSIVE -> frame(marker, from, to);
      case SCAN -> scan(from, to);
      case JFIF -> jfif(from, to);
      case EXIF -> exif(from, to);
      case ADOBE -> keepIfNamed("Adobe", marker, from, to);
      default -> refuseOtherFrames(marker);
    }
  }

  private void frame(int marker, int from, int to) {
    if (channels != 0 || to - from < 6) {
      throw ScannedPhoto.damaged();
    }
    progressive = marker == SOF_PROGRESSIVE;
    height = number(from + 1);
    width = number(from + 3);
    channels = bytes[from + 5] & 0xFF;
    if (channels == CMYK) {
      throw PhotoRefused.content(
          "the photo has the four colours of a printer (CMYK); save it with a screen's (RGB)");
    }
    if (channels != GREY && channels != COLOUR) {
      throw ScannedPhoto.damaged();
    }
    // looked at before tables and scans are, however much of them there is
    new ScannedPhoto(width, height, channels, orientation, bytes)
        .requireSize(progressive ? PROGRESSIVE_PIXELS_MAX : Long.MAX_VALUE);
    keep(marker, from, to);
  }

  private void scan(int from, int to) {
    scans++;
    if (channels == 0) {
      throw ScannedPhoto.damaged();
    }
    if (scans > SCANS_MAX) {
      throw PhotoRefused.content(
          "the photo is drawn in more than %d passes; save it anew".formatted(SCANS_MAX));
    }
    keep(SCAN, from, to);
    int end = endOfCoded(to);
    bare.write(bytes, to, end - to);
    at = end;
  }

  /** Where a marker stands that isn't part of the coded picture. */
  private int endOfCoded(int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      int following = bytes[i + 1] & 0xFF;
      boolean coded =
          following == 0
              || following == 0xFF
              || following >= RESTART_FIRST && following <= RESTART_LAST;
      if (bytes[i] == (byte) 0xFF && !coded) {
        return i;
      }
    }
    throw ScannedPhoto.cutOff();
  }

  /** Without the preview that may be in it. */
  private void jfif(int from, int to) {
    if (named("JFIF\0", from, to)) {
      write(JFIF, PLAIN_JFIF, 0, PLAIN_JFIF.length);
    }
  }

  private void exif(int from, int to) {
    if (named(new String(EXIF_NAME, StandardCharsets.US_ASCII), from, to)
        && orientation == ExifOrientation.UPRIGHT) {
      orientation = ExifOrientation.of(Arrays.copyOfRange(bytes, from + EXIF_NAME.length, to));
    }
  }

  private static void refuseOtherFrames(int marker) {
    if (marker > HUFFMAN_TABLES && marker <= 0xCF || marker == 0xC3 || marker == 0xDC) {
      throw PhotoRefused.content(
          "the photo is a kind of JPEG that cameras and phones don't make; save it as a usual one");
    }
  }

  private void keepIfNamed(String name, int marker, int from, int to) {
    if (named(name, from, to)) {
      keep(marker, from, to);
    }
  }

  private boolean named(String name, int from, int to) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    return to - from >= wanted.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private void keep(int marker, int from, int to) {
    write(marker, bytes, from, to - from);
  }

  private void write(int marker, byte[] source, int from, int length) {
    marker(marker);
    bare.write(length + 2 >> 8);
    bare.write(length + 2);
    bare.write(source, from, length);
  }

  private void marker(int marker) {
    bare.write(0xFF);
    bare.write(marker);
  }

  private int number(int index) {
    return (bytes[index] & 0xFF) << 8 | bytes[index + 1] & 0xFF;
  }

  private int next() {
    if (at >= bytes.length) {
      throw ScannedPhoto.cutOff();
    }
    return bytes[at++] & 0xFF;
  }
}
