package city.whistle.workers.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.place.Cell;
import city.whistle.workers.processes.Json;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cells of a lane. */
class LaneCellsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void areThoseThatItsLineTouches() {
    List<String> cells =
        read(
            """
            {line: [{latitude: 39.9390, longitude: 116.4010}, {latitude: 39.9390, longitude: 116.4080},
                    {latitude: 39.9420, longitude: 116.4080}]}
            """);

    assertThat(cells)
        .contains(
            Cell.of(39.9390, 116.4010).text(),
            Cell.of(39.9390, 116.4045).text(),
            Cell.of(39.9390, 116.4080).text(),
            Cell.of(39.9420, 116.4080).text())
        .doesNotHaveDuplicates();
    assertThat(cells).hasSizeBetween(6, 8);
  }

  @Test
  void isOneForAPoint() {
    assertThat(read("{line: [{latitude: 39.9390, longitude: 116.4010}]}"))
        .containsExactly(Cell.of(39.9390, 116.4010).text());
  }

  /** Half a kilometre off where it isn't turned into WGS 84. */
  @Test
  void areFoundFromWhateverMapTheLineWasDrawnIn() {
    assertThat(
            read(
                "{line: [{latitude: 39.9133455, longitude: 116.3840472, coordinateSystem:"
                    + " 'GCJ02'}]}"))
        .containsExactly(Cell.of(39.911954, 116.377817).text());
  }

  @Test
  void areThoseThatAreNamed() {
    assertThat(read("{cells: ['29621-66140']}")).containsExactly("29621-66140");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{cells: ['the corner']} | such as 29621-66140",
        "{cells: ['1-2'], line: [{latitude: 39.9, longitude: 116.4}]} | give one of the two",
        "{line: [{latitude: 116.4, longitude: 39.9}]} | changed places",
        "{line: [{latitude: 39.9}]} | is required where the other is given",
        "{line: [{coordinateSystem: 'GCJ02'}]} | belongs to latitude",
        "{line: []} | must be a list of 1 to 200",
        "{line: [{latitude: 39.5, longitude: 115.6}, {latitude: 41, longitude: 117.4}]} | no lane"
            + " is so long"
      })
  void areRefusedWhereTheyCanNotBe(String body, String wrong) {
    RequestFields fields = fields(body);
    assertThatCode(() -> LaneCells.read(fields)).doesNotThrowAnyException();

    assertThatThrownBy(fields::throwIfWrong)
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            refused ->
                assertThat(refused.problems())
                    .anySatisfy(p -> assertThat(p.message()).contains(wrong)));
  }

  private static List<String> read(String body) {
    RequestFields fields = fields(body);
    List<String> cells = LaneCells.read(fields);
    fields.throwIfWrong();
    return cells;
  }

  private static RequestFields fields(String body) {
    return RequestFields.of(JSON.valueToTree(Json.members(body)));
  }
}
