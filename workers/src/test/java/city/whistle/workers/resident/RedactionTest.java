package city.whistle.workers.resident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {

  @ParameterizedTest
  @MethodSource
  void leavesNothingThatLeadsToAPerson(List<String> textAndSecrets) {
    String redacted = Redaction.of(textAndSecrets.get(0));

    assertThat(redacted).contains("***");
    assertThat(textAndSecrets.subList(1, textAndSecrets.size())).noneMatch(redacted::contains);
  }

  static Stream<List<String>> leavesNothingThatLeadsToAPerson() {
    return lines("goes.txt").map(line -> Arrays.asList(line.split("[|]")));
  }

  @ParameterizedTest
  @MethodSource
  void leavesWhatLeadsToNobody(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  static Stream<String> leavesWhatLeadsToNobody() {
    return lines("stays.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "请回电13800001111谢谢,请回电***谢谢",
    "展览路24号42号楼3单元501室漏水,展览路***号42号楼***单元***室漏水",
    "家住12楼1门502请联系李建国先生,家住***楼***门***请联系***先生",
    "请回电１３８００００１１１１，３号楼停电,请回电***，３号楼停电",
  })
  void cutsOutNoMoreThanItMust(String text, String redacted) {
    assertThat(Redaction.of(text)).isEqualTo(redacted);
  }

  @Test
  void takesOutWhatTheResidentGave() {
    assertThat(Redaction.of("李某某反映阜外小区停电", "李某某", null, "", "阜外小区")).isEqualTo("***反映***停电");
  }

  @Test
  void takesOutAGivenNumberHoweverItIsGrouped() {
    assertThat(Redaction.of("电话 345 67 8、34-5678", "345678")).isEqualTo("电话 ***、***");
  }

  @Test
  void leavesTheHouseWhereTextsSayWhereToCome() {
    assertThat(Redaction.ofPlace("展览路24号3单元501室")).isEqualTo("展览路24号***单元***室");
  }

  @Test
  void leavesNoBuildingWhereNobodyMustGuess() {
    assertThat(Redaction.shielding("42、46号楼停电,A座也停")).isEqualTo("***号楼停电,***座也停");
  }

  @Test
  void changesNothingWhenItIsDoneAgain() {
    lines("goes.txt")
        .map(line -> Redaction.of(line.split("[|]")[0]))
        .forEach(redacted -> assertThat(Redaction.of(redacted)).isEqualTo(redacted));
  }

  private static Stream<String> lines(String file) {
    try (InputStream in = RedactionTest.class.getResourceAsStream("/redaction/" + file)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.startsWith("# ")).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
