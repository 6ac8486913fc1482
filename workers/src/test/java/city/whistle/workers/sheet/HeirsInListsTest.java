package city.whistle.workers.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.whistle.workers.RegistryTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may take over from a unit that ends, in a list that is brought. */
@RegistryTest
class HeirsInListsTest {

  @Autowired private Sheets sheets;

  @Test
  void takesNoTwoUnitsThatAreEachOthersHeirs() {
    String ends = "%s,2023-06-30,2036-01-01,%s,street,街道,110101,%s,x\n";

    SheetResult result =
        sheets.look(
            SheetKind.UNITS,
            text(
                "code,from,to,name,kind,form,parent,heir,source\n"
                    + ends.formatted("110101001", "东华门街道", "110101002")
                    + ends.formatted("110101002", "景山街道", "110101001")));

    assertThat(result.mistakes())
        .extracting(Mistake::column, Mistake::detail)
        .containsExactly(
            tuple("heir", Meaning.HEIR_THAT_LASTS.name()),
            tuple("heir", Meaning.HEIR_THAT_LASTS.name()));
  }

  @ParameterizedTest
  @CsvSource({"water,1", "110101,0", "110101002,0"})
  void takesNoDepartmentOrEnterpriseForTheHeirOfASubDistrict(String heir, int mistakes) {
    SheetResult result =
        sheets.look(
            SheetKind.UNITS,
            text(
                "code,from,to,name,kind,form,parent,heir,source\n"
                    + "110101001,2023-06-30,2036-01-01,东华门街道,street,街道,110101,"
                    + heir
                    + ",x\n"));

    assertThat(result.mistakes()).hasSize(mistakes);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
