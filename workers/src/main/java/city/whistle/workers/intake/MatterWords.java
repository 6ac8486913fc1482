package city.whistle.workers.intake;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a title and an address as keyed digests, so that cases about the same can be found
 * without being read: pairs of neighbouring Chinese characters, and whole words and numbers of
 * other scripts.
 */
final class MatterWords {

  /** What a title and an address of usual length have. */
  static final int MAX = 60;

  private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

  private MatterWords() {}

  /**
   * @param texts null ones are left out
   */
  static long[] of(MasterKey key, String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      if (text != null) {
        RUN.matcher(PlainText.of(text)).results().forEach(run -> add(words, run.group()));
      }
    }
    return words.stream().limit(MAX).mapToLong(word -> digest(key, word)).toArray();
  }

  private static void add(Set<String> words, String run) {
    boolean chinese = Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
    int[] characters = run.codePoints().toArray();
    if (!chinese || characters.length == 1) {
      words.add(run);
      return;
    }
    for (int i = 0; i + 1 < characters.length; i++) {
      words.add(new String(characters, i, 2));
    }
  }

  private static long digest(MasterKey key, String word) {
    return ByteBuffer.wrap(key.mac("similar-word", word.getBytes(StandardCharsets.UTF_8)))
        .getLong();
  }
}
