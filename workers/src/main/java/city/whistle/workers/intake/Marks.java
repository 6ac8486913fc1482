package city.whistle.workers.intake;

import city.whistle.workers.intake.SimilarCases.Sought;
import city.whistle.workers.place.PublicPlaces.Area;
import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * By what equal, near and alike cases are found without being read.
 *
 * @param place of category and address, keyed; null where one of them isn't known
 * @param title keyed; null where it isn't known
 * @param words of title and address, keyed
 * @param area the public place; null for none
 */
@SuppressWarnings("ArrayRecordComponent")
record Marks(byte[] place, byte[] title, long[] words, Area area) {

  static Marks of(MasterKey key, Sought sought, Area area) {
    return new Marks(
        sought.address() == null || sought.categoryCode() == null
            ? null
            : mac(key, "place", sought.categoryCode(), sought.area(), sought.address()),
        sought.title() == null ? null : mac(key, "title", sought.area(), sought.title()),
        MatterWords.of(key, sought.title(), sought.address()),
        area);
  }

  /** Of a case of which nothing was noted but perhaps its public place. */
  static Marks none(Area area) {
    return new Marks(null, null, new long[0], area);
  }

  /** As they were noted. */
  static Marks read(ResultSet row, Area area) throws SQLException {
    Long[] words = (Long[]) row.getArray("words").getArray();
    return new Marks(
        row.getBytes("place_mac"),
        row.getBytes("title_mac"),
        Stream.of(words).mapToLong(Long::longValue).toArray(),
        area);
  }

  Long[] boxedWords() {
    return LongStream.of(words).boxed().toArray(Long[]::new);
  }

  Map<String, Object> params() {
    Map<String, Object> params = new HashMap<>();
    params.put("place", place);
    params.put("title", title);
    params.put("words", boxedWords());
    params.put("near", area == null ? null : area.categoryCode());
    params.put("south", area == null ? 0 : area.cell().north() - area.reach());
    params.put("north", area == null ? 0 : area.cell().north() + area.reach());
    params.put("west", area == null ? 0 : area.cell().east() - area.reach());
    params.put("east", area == null ? 0 : area.cell().east() + area.reach());
    return params;
  }

  /** Without blanks and signs, which two agents write differently. */
  private static byte[] mac(MasterKey key, String what, String... parts) {
    String plain =
        String.join(
            "|",
            Arrays.stream(parts)
                .map(part -> PlainText.of(part).replaceAll("[^\\p{L}\\p{N}]", ""))
                .toList());
    return key.mac("similar-" + what, plain.getBytes(StandardCharsets.UTF_8));
  }
}
