package city.whistle.workers.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class SheetsTest {

  private static final String BODIES = "street,code,from,to,name,kind,phone,source\n";
  private static final String ROTA =
      "street,place,holder,person,from,to,days,starts,ends,phone,source\n";

  @Autowired private Sheets sheets;
  @Autowired private Registry registry;

  @ParameterizedTest
  @EnumSource
  void changesNothingWithWhatWasExported(SheetKind kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheets.export(kind, out);

    SheetResult result = sheets.importFile(kind, out.toByteArray(), "somebody", done -> {});

    assertThat(result.mistakes()).isEmpty();
    assertThat(result.rows()).isPositive();
    assertThat(result.same()).isEqualTo(result.rows());
  }

  @Test
  void saysEveryMistakeByLineAndColumn() {
    SheetResult result =
        sheets.look(
            SheetKind.ROTA,
            text(
                ROTA
                    + "110105021,body,city,,2026-01-01,,12345,25:00,18:00,,x\n"
                    + "nowhere,body,city,,2026-13-01,,12345,09:00,18:00,,x\n"
                    + "110105021,desk,city,,2026-01-01,,51,09:00,18:00,,\n"
                    + "110105021,body,moon,,2026-02-01,2026-01-01,1,9:00,18:00,,x\n"));

    assertThat(result.mistakes().stream().map(m -> m.line() + " " + m.column() + " " + m.kind()))
        .containsExactlyInAnyOrder(
            "2 starts NO_TIME",
            "3 from NO_DAY",
            "4 place NO_CHOICE",
            "4 days NO_DAYS",
            "4 source REQUIRED",
            "5 to ENDS_BEFORE",
            "5 holder UNKNOWN");
  }

  @Test
  void importsNothingOfAFileInWhichOneRowIsWrong() {
    String file =
        BODIES
            + "110105022,parks,2026-01-01,,绿化办公室,office,,x\n"
            + "110105022,water,2026-01-01,,水务办公室,cave,,x\n";

    SheetResult result = sheets.importFile(SheetKind.BODIES, text(file), "somebody", done -> {});

    assertThat(result.wrong()).isEqualTo(1);
    assertThat(count("parks")).isZero();
  }

  @Test
  void tellsWhatItWouldChangeAndChangesNothing() {
    String row = "110105023,%s,2026-01-01,,%s,office,,x\n";
    sheets.importFile(
        SheetKind.BODIES, text(BODIES + row.formatted("lakes", "湖泊办")), "somebody", done -> {});

    SheetResult result =
        sheets.look(
            SheetKind.BODIES,
            text(BODIES + row.formatted("lakes", "河湖办") + row.formatted("hills", "山地办")));

    assertThat(List.of(result.added(), result.changed(), result.same())).containsExactly(1, 1, 0);
    assertThat(result.changes().get(0).was()).isEqualTo(java.util.Map.of("name", "湖泊办"));
    assertThat(result.changes().get(0).becomes()).isEqualTo(java.util.Map.of("name", "河湖办"));
    assertThat(count("hills")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GBK", "GB18030"})
  void readsWhatSpreadsheetsWrite(String charset) {
    String code = "t-" + charset.toLowerCase(java.util.Locale.ROOT);
    String file = BODIES + "110105024," + code + ",2026/1/1,,街巷办,office,,x\r\n";

    sheets.importFile(
        SheetKind.BODIES, file.getBytes(Charset.forName(charset)), "somebody", done -> {});

    assertThat(
            registry.count(
                "select count(*) from registry.unit_body where code = ? and name = '街巷办'", code))
        .isEqualTo(1);
  }

  @Test
  void takesForACategoryWhatASpreadsheetLeftOfItsCode() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheets.export(SheetKind.CATALOGUE, out);
    String withoutZeros = out.toString(StandardCharsets.UTF_8).replaceAll("(?m)^0([0-9]+,)", "$1");

    SheetResult result = sheets.look(SheetKind.CATALOGUE, text(withoutZeros));

    assertThat(withoutZeros).contains("\n101,");
    assertThat(result.mistakes()).isEmpty();
    assertThat(result.same()).isEqualTo(result.rows());
  }

  @Test
  void readsTimesThatASpreadsheetWroteWithSeconds() {
    SheetResult result =
        sheets.look(
            SheetKind.ROTA,
            text(ROTA + "110105021,body,city,,2026-01-01,,12345,9:00:00,18:00:00,,x\n"));

    assertThat(result.mistakes()).isEmpty();
    assertThat(result.changes().get(0).becomes()).containsEntry("ends", "18:00");
    assertThat(
            sheets
                .look(
                    SheetKind.ROTA,
                    text(ROTA + "110105021,body,city,,2026-01-01,,12345,9:00:30,18:00,,x\n"))
                .mistakes())
        .extracting(Mistake::kind)
        .containsExactly(MistakeKind.NO_TIME);
  }

  @Test
  void readsAFileWithAByteOrderMark() {
    assertThat(sheets.look(SheetKind.BODIES, text("\uFEFF" + BODIES)).mistakes())
        .extracting(Mistake::kind)
        .containsExactly(MistakeKind.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|EMPTY",
        "street,code|NO_COLUMN",
        "street:code:from|UNKNOWN_COLUMN",
        "street,street,code,from,to,name,kind,phone,source|COLUMN_TWICE",
      })
  void refusesAFileOfAnotherTool(String head, MistakeKind kind) {
    assertThat(sheets.look(SheetKind.BODIES, text(head + "\n")).mistakes())
        .extracting(Mistake::kind)
        .contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void takesTheOtherDelimitersOfSpreadsheets(String delimiter) {
    String rows = ROTA + "110105021,body,city,,2026-13-01,,1,09:00,18:00,,x\n";
    assertThat(sheets.look(SheetKind.ROTA, text(rows.replace(",", delimiter))).mistakes())
        .extracting(Mistake::kind)
        .containsExactly(MistakeKind.NO_DAY);
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThat(sheets.look(SheetKind.BODIES, new byte[] {'a', 0, (byte) 0xff}).mistakes())
        .extracting(Mistake::kind)
        .containsExactly(MistakeKind.NO_TEXT);
  }

  @Test
  void refusesAQuotationMarkThatNeverEnds() {
    assertThat(sheets.look(SheetKind.BODIES, text(BODIES + "*,\"city,2026-01-01\n")).mistakes())
        .extracting(Mistake::kind)
        .containsExactly(MistakeKind.NO_CSV);
  }

  @Test
  void refusesTheSameRowTwiceAndTwoRowsForOneDay() {
    String row = "110105025,quay,2026-01-01,,码头办,office,,x\n";

    assertThat(sheets.look(SheetKind.BODIES, text(BODIES + row + row)).mistakes())
        .extracting(Mistake::line, Mistake::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3, MistakeKind.ROW_TWICE));
    assertThat(
            sheets
                .look(SheetKind.BODIES, text(BODIES + row + row.replace("01-01", "03-01")))
                .mistakes())
        .extracting(Mistake::line, Mistake::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3, MistakeKind.OVERLAPS));
  }

  @Test
  void followsAUnitThatIsRenamedFromADay() {
    String head = "code,from,to,name,kind,form,parent,heir,source\n";
    String first = "river-board,2020-01-01,%s,河道处,department,,110000,,x\n";
    sheets.importFile(SheetKind.UNITS, text(head + first.formatted("")), "somebody", done -> {});

    SheetResult result =
        sheets.importFile(
            SheetKind.UNITS,
            text(
                head
                    + "river-board,2026-01-01,,河湖处,department,,110000,,x\n"
                    + first.formatted("2026-01-01")),
            "somebody",
            done -> {});

    assertThat(result.mistakes()).isEmpty();
    assertThat(registry.count("select count(*) from registry.unit where code = 'river-board'"))
        .isEqualTo(2);
  }

  @Test
  void writesNothingThatASpreadsheetWouldCompute() throws IOException {
    String name = "=HYPERLINK(\"\"http://x\"\")";
    sheets.importFile(
        SheetKind.BODIES,
        text(BODIES + "110105026,evil,2026-01-01,,\"" + name + "\",office,,x\n"),
        "somebody",
        done -> {});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheets.export(SheetKind.BODIES, out);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=HYPERLINK").doesNotContain(",\"=");
  }

  @Test
  void bringsALongFileAndSaysHowFarItIs() {
    String rows =
        IntStream.range(0, 1200)
            .mapToObj(i -> "110105027,long-" + i + ",2026-01-01,,办公室" + i + ",office,,x\n")
            .collect(Collectors.joining());
    List<Integer> told = new java.util.ArrayList<>();

    sheets.importFile(SheetKind.BODIES, text(BODIES + rows), "somebody", told::add);

    assertThat(told).containsExactly(500, 1000, 1200);
    assertThat(count("long-1199")).isEqualTo(1);
  }

  @Test
  void refusesAFileThatIsTooLong() {
    byte[] file = text(BODIES + "110105027,a,2026-01-01,,a,office,,x\n".repeat(20_001));

    assertThat(sheets.look(SheetKind.BODIES, file).mistakes())
        .extracting(Mistake::kind)
        .containsExactly(MistakeKind.TOO_LARGE);
  }

  private long count(String code) {
    return registry.count("select count(*) from registry.unit_body where code = ?", code);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
