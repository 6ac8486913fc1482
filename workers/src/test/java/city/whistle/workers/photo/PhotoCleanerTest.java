package city.whistle.workers.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoCleanerTest {

  private final PhotoCleaner cleaner = new PhotoCleaner();

  @Test
  void keepsThePicture() {
    BufferedImage image = shown(clean(Photos.jpeg(300, 200)));

    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(isRed(image, 30, 100)).isTrue();
    assertThat(isRed(image, 270, 100)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // where the red half is: x, y of a picture 300 × 200 that was red on the left
    "1, 300, 200, 30, 100",
    "2, 300, 200, 270, 100",
    "3, 300, 200, 270, 100",
    "4, 300, 200, 30, 100",
    "5, 200, 300, 100, 30",
    "6, 200, 300, 100, 30",
    "7, 200, 300, 100, 270",
    "8, 200, 300, 100, 270",
    "0, 300, 200, 30, 100",
    "9, 300, 200, 30, 100",
  })
  void turnsItUpright(int orientation, int width, int height, int redX, int redY) {
    BufferedImage image = shown(clean(Photos.withExif(Photos.jpeg(300, 200), orientation)));

    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertThat(isRed(image, redX, redY)).isTrue();
    assertThat(isRed(image, width - 1 - redX, height - 1 - redY)).isFalse();
  }

  static Stream<byte[]> withMetadata() {
    return Stream.of(
        Photos.withExif(Photos.jpeg(300, 200), 6),
        Photos.withComment(Photos.jpeg(300, 200)),
        Photos.concat(Photos.jpeg(300, 200), Photos.text("PK\3\4" + Photos.SECRET)),
        Photos.withChunk(Photos.png(300, 200), "tEXt", Photos.text("Author\0" + Photos.SECRET)),
        Photos.withChunk(Photos.png(300, 200), "eXIf", Photos.text("MM\0*" + Photos.SECRET)),
        Photos.concat(Photos.png(300, 200), Photos.text("<script>" + Photos.SECRET)));
  }

  @ParameterizedTest
  @MethodSource("withMetadata")
  void keepsNothingElseThatIsInIt(byte[] photo) {
    String kept = new String(clean(photo).jpeg(), StandardCharsets.ISO_8859_1);

    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Photos.SECRET);
    assertThat(kept).doesNotContain(Photos.SECRET, "Exif", "script", "PK\3\4");
  }

  static Stream<byte[]> ofManyKinds() {
    return Stream.of(
        Photos.progressive(300, 200),
        Photos.grey(300, 200),
        Photos.png(300, 200),
        Photos.png(Photos.picture(300, 200, BufferedImage.TYPE_USHORT_GRAY)),
        Photos.png(Photos.picture(300, 200, BufferedImage.TYPE_BYTE_INDEXED)),
        Photos.png(Photos.picture(300, 200, BufferedImage.TYPE_BYTE_BINARY)));
  }

  @ParameterizedTest
  @MethodSource("ofManyKinds")
  void readsWhatCamerasAndScreensMake(byte[] photo) {
    assertThat(shown(clean(photo)).getWidth()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource({"4000, 3000, 2048, 1536", "3000, 40, 2048, 27", "2049, 2049, 2048, 2048"})
  void scalesWhatIsLarge(int width, int height, int scaledWidth, int scaledHeight) {
    CleanPhoto photo = clean(Photos.jpeg(width, height));

    assertThat(photo.width()).isEqualTo(scaledWidth);
    assertThat(photo.height()).isEqualTo(scaledHeight);
  }

  static Stream<Arguments> refused() {
    byte[] jpeg = Photos.noise(300, 200);
    byte[] png = Photos.png(300, 200);
    return Stream.of(
        Arguments.of("empty", new byte[0], "is empty"),
        Arguments.of("text", Photos.text("<html>"), "is no photo"),
        Arguments.of(
            "pdf before jpeg", Photos.concat(Photos.text("%PDF-1.7\n"), jpeg), "is no photo"),
        Arguments.of("heic", Photos.text("\0\0\0\30ftypheic\0\0\0\0"), "HEIC"),
        Arguments.of("webp", Photos.text("RIFF\30\0\0\0WEBPVP8 "), "WebP"),
        Arguments.of("gif", Photos.text("GIF89a\1\0\1\0"), "GIF"),
        Arguments.of("start of a jpeg", Arrays.copyOf(jpeg, 3), "cut off"),
        Arguments.of("half a jpeg", Arrays.copyOf(jpeg, jpeg.length / 2), "cut off"),
        Arguments.of("half a jpeg with an end", ended(jpeg), "damaged"),
        Arguments.of("jpeg without a picture", new byte[] {-1, -40, -1, -39}, "damaged"),
        Arguments.of("half a png", Arrays.copyOf(png, png.length / 2), "cut off"),
        Arguments.of("png with a wrong byte", changed(png, png.length - 30), "damaged"),
        Arguments.of("png of less than it claims", Photos.claiming(png, 300, 400), "damaged"),
        Arguments.of("apng", Photos.withChunk(png, "acTL", new byte[8]), "moves"),
        Arguments.of("cmyk", Photos.inCmyk(jpeg), "CMYK"),
        Arguments.of("1 × 1", Photos.jpeg(1, 1), "1 × 1"),
        Arguments.of("1 × 1 png", Photos.png(1, 1), "1 × 1"),
        Arguments.of("wide", Photos.claiming(jpeg, 65_500, 100), "65500 × 100"),
        Arguments.of("bomb", Photos.claiming(jpeg, 65_500, 65_500), "65500 × 65500"),
        Arguments.of("png bomb", Photos.claiming(png, 19_999, 19_999), "19999 × 19999"),
        Arguments.of("endless png", Photos.claiming(png, Integer.MAX_VALUE, 20), "2147483647"),
        Arguments.of(
            "large progressive",
            Photos.claiming(Photos.progressive(300, 200), 6_000, 5_000),
            "24 million"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void saysWhatIsWrongWith(String what, byte[] photo, String said) {
    assertThatThrownBy(() -> clean(photo))
        .as(what)
        .isInstanceOf(PhotoRefused.class)
        .hasMessageContaining(said);
  }

  @Test
  void saysThatTheTypeIsAnotherThanTheClientSays() {
    assertThatThrownBy(() -> cleaner.clean(Photos.jpeg(300, 200), "image/png"))
        .isInstanceOf(PhotoRefused.class)
        .hasMessageContaining("image/jpeg");
  }

  @Test
  void answersAnyBytesWithAPhotoOrASentence() {
    Random random = new Random(7);
    for (byte[] whole :
        new byte[][] {Photos.noise(64, 48), Photos.progressive(64, 48), Photos.png(64, 48)}) {
      for (int i = 0; i < 300; i++) {
        byte[] photo =
            random.nextInt(4) == 0
                ? Arrays.copyOf(whole, random.nextInt(whole.length))
                : whole.clone();
        for (int change = random.nextInt(8); change > 0 && photo.length > 0; change--) {
          photo[random.nextInt(photo.length)] = (byte) random.nextInt();
        }
        try {
          assertThat(clean(photo).jpeg()).isNotEmpty();
        } catch (PhotoRefused e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
    }
  }

  private CleanPhoto clean(byte[] photo) {
    return cleaner.clean(photo, null);
  }

  private static BufferedImage shown(CleanPhoto photo) {
    try {
      return ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getRed() > color.getBlue();
  }

  private static byte[] ended(byte[] jpeg) {
    return Photos.concat(Arrays.copyOf(jpeg, jpeg.length / 2), (byte) 0xFF, (byte) 0xD9);
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }
}
