package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ListPartTest {

  private static final Texts TEXTS =
      new Texts(Locale.ENGLISH, OffsetDateTime.parse("2026-11-30T09:00:00+08:00"));

  private final List<String> lines = new ArrayList<>();

  @Test
  void writesTheRowsOfAllParts() throws IOException {
    numbers(0, 5).write(new Lines(), TEXTS, 3, ListPartTest::write);

    assertThat(lines).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void saysWhereItWasCutOff() throws IOException {
    numbers(0, 7).write(new Lines(), TEXTS, 2, ListPartTest::write);

    assertThat(lines).hasSize(5).last().isEqualTo(TEXTS.say("list.cutOff", 4));
  }

  @Test
  void saysNothingWhereTheLastPartIsTheLastThatMayBeRead() throws IOException {
    numbers(0, 4).write(new Lines(), TEXTS, 2, ListPartTest::write);

    assertThat(lines).containsExactly("0", "1", "2", "3");
  }

  @Test
  void writesNoLineForAnEmptyList() throws IOException {
    numbers(0, 0).write(new Lines(), TEXTS, 2, ListPartTest::write);

    assertThat(lines).isEmpty();
  }

  /** Numbers from one up to another, two a part. */
  private static ListPart<Integer> numbers(int from, int to) {
    List<Integer> rest = new ArrayList<>();
    for (int number = from; number < to; number++) {
      rest.add(number);
    }
    return ListPart.of(Cut.of(rest, 2), last -> numbers(last + 1, to));
  }

  private static void write(Sheet sheet, Texts t, Integer number) throws IOException {
    sheet.row(number.toString());
  }

  private class Lines implements Sheet {

    @Override
    public void row(String... cells) {
      lines.add(String.join(",", cells));
    }

    @Override
    public void close() {}
  }
}
