package city.whistle.console.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A group of 343 sub-districts and townships, and a short one. */
class ExcerptTest {

  private static final int CITY = 343;

  @Test
  void showsAShortGroupWhole() {
    Excerpt excerpt = Excerpt.of(rows(30), List.of("u3"), "", 0);

    assertThat(excerpt.rows()).hasSize(30);
    assertThat(excerpt.parts()).isEmpty();
    assertThat(excerpt.own()).isEmpty();
  }

  @Test
  void showsTheFirstAndTheLastOfALongOneAndOnesOwnUnit() {
    Excerpt excerpt = Excerpt.of(rows(CITY), List.of("u200"), "", 0);

    assertThat(units(excerpt.rows())).hasSize(10).startsWith("u1").endsWith("u10");
    assertThat(units(excerpt.last())).hasSize(10).startsWith("u334").endsWith("u343");
    assertThat(units(excerpt.own())).containsExactly("u200");
  }

  @Test
  void opensALongOneInPartsThatMissNobody() {
    List<String> all =
        IntStream.rangeClosed(1, 7)
            .mapToObj(part -> Excerpt.of(rows(CITY), null, "", part))
            .flatMap(excerpt -> units(excerpt.rows()).stream())
            .toList();

    assertThat(all).isEqualTo(units(rows(CITY)));
  }

  @Test
  void saysOfEachPartWhichPlacesAndScoresItHas() {
    Excerpt excerpt = Excerpt.of(rows(CITY), null, "", 7);

    Excerpt.Part last = excerpt.parts().get(6);
    assertThat(last.from()).isEqualTo(301);
    assertThat(last.to()).isEqualTo(343);
    assertThat(last.highest()).isEqualByComparingTo("699");
    assertThat(last.chosen()).isTrue();
  }

  @Test
  void showsTheEndsWhereThereIsNoSuchPart() {
    for (int part : new int[] {-1, 8, Integer.MAX_VALUE}) {
      assertThat(Excerpt.of(rows(CITY), null, "", part).ends()).isTrue();
    }
  }

  @Test
  void findsUnitsByPartOfTheirNamesAndNoMoreThanOnePart() {
    assertThat(units(Excerpt.of(rows(CITY), null, "STREET 34", 0).rows()))
        .containsExactly("u34", "u340", "u341", "u342", "u343");
    Excerpt many = Excerpt.of(rows(CITY), null, "Street", 0);
    assertThat(many.rows()).hasSize(50);
    assertThat(many.more()).isEqualTo(293);
    assertThat(Excerpt.of(rows(CITY), null, "nowhere", 0).rows()).isEmpty();
  }

  private static List<String> units(List<UnitRow> rows) {
    return rows.stream().map(UnitRow::unit).toList();
  }

  private static List<UnitRow> rows(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(ExcerptTest::row).toList();
  }

  private static UnitRow row(int place) {
    BigDecimal score = BigDecimal.valueOf(1000L - place);
    return new UnitRow(
        "u" + place,
        "Street " + place,
        place,
        place,
        place,
        "A",
        new Points(score, score, score),
        null,
        null,
        null,
        new UnitRow.Numbers(1, 0, 0, 1, 1),
        null,
        null,
        null,
        null);
  }
}
