package city.whistle.workers.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** What a photo's first bytes say that it is; a name or a client's word may be wrong. */
public enum PhotoType {
  JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
  PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

  private static final String WANTED = "; send it as JPEG or PNG";
  private static final int BRAND_AT = 8;
  private static final int BRAND_END = 12;

  /** Of the containers with a brand, what people call it. */
  private static final Map<String, String> BRANDS =
      Map.of(
          "heic", "HEIC, as iPhones keep it (there: Settings, Camera, Formats, Most Compatible)",
          "heix", "HEIC",
          "mif1", "HEIF",
          "msf1", "HEIF",
          "avif", "AVIF",
          "WEBP", "WebP");

  private final String mediaType;
  private final byte[] magic;

  PhotoType(String mediaType, int... magic) {
    this.mediaType = mediaType;
    this.magic = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      this.magic[i] = (byte) magic[i];
    }
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * @throws PhotoRefused where it is none of these, naming what it is if that can be told
   */
  static PhotoType of(byte[] bytes) {
    return Arrays.stream(values())
        .filter(type -> startsWith(bytes, type.magic))
        .findFirst()
        .orElseThrow(() -> PhotoRefused.type(other(bytes) + WANTED));
  }

  private static String other(byte[] bytes) {
    if (bytes.length == 0) {
      return "the body is empty";
    }
    if (startsWith(bytes, "GIF8".getBytes(StandardCharsets.US_ASCII))) {
      return "this is a GIF, which may move";
    }
    String brand =
        bytes.length < BRAND_END
            ? ""
            : new String(bytes, BRAND_AT, BRAND_END - BRAND_AT, StandardCharsets.ISO_8859_1);
    return BRANDS.containsKey(brand)
        ? "this is " + BRANDS.get(brand)
        : "this is no photo: it begins neither as a JPEG nor as a PNG does";
  }

  private static boolean startsWith(byte[] bytes, byte... start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
