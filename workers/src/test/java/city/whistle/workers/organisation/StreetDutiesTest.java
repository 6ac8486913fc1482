package city.whistle.workers.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.dispatch.FindUnitsWorker;
import city.whistle.workers.intake.RegisterCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.sheet.Sheets;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class StreetDutiesTest {

  @Autowired private StreetDuties duties;
  @Autowired private Units units;
  @Autowired private Sheets sheets;
  @Autowired private Registry registry;
  @Autowired private RegisterCaseWorker register;
  @Autowired private FindUnitsWorker findUnits;

  @Test
  void refusesWhatTheStreetMayNotBeGivenWithWhoMustTakeIt() {
    CaseFile file = at("110108001", "040202");

    assertThatThrownBy(() -> registry.dispatched(file, "110108001"))
        .hasMessageContaining("UNIT_NOT_FOUND")
        .hasMessageContaining("market-regulation");
    assertThat(registry.file(file.id()).owner()).isNull();
  }

  @Test
  void refusesItFromTheStreetsDayOnAndForItsLevelOnly() {
    new OrganisationScene(sheets).duty("110108002,020403,24h,mayNot,urban-management,2026-01-01,");

    CaseFile file = at("110108002", "020403");

    assertThat(registry.dispatched(file, null).owner().code()).isEqualTo("110108002");
    assertThat(about("110108002", "020403", "24h")).contains("mayNot");
  }

  @Test
  void asksTheNearestListFirst() {
    new OrganisationScene(sheets)
        .duty(
            "*,1301,*,helps,parks,2026-01-01,",
            "110108,13,*,mayNot,parks,2026-01-01,",
            "110108003,130101,*,owns,,2026-01-01,");

    assertThat(about("110108003", "130101", "7d")).contains("owns");
    assertThat(about("110108004", "130101", "7d")).contains("mayNot");
    assertThat(about("110105001", "130101", "7d")).contains("helps");
    assertThat(about("110105001", "010101", "7d")).isEmpty();
  }

  @Test
  void tellsTheDispatchTableWhoMustTakeIt() {
    new OrganisationScene(sheets).duty("110108005,020304,*,mayNot,district,2026-01-01,");
    CaseFile file = at("110108005", "020304");

    Map<?, ?> catalogue =
        (Map<?, ?>)
            register
                .registerCase(TestJob.of("case.register", Map.of("caseId", file.id())))
                .get("catalogue");

    assertThat(catalogue.get("streetDuty")).isEqualTo("mayNot");
    assertThat(catalogue.get("takerKind")).isEqualTo("district");
    assertThat(catalogue.get("takerCode")).isNull();
  }

  @Test
  void showsDispatchersWhichStreetsMayNotBeGivenIt() {
    CaseFile file = at("110108006", "040202");

    List<?> choices =
        (List<?>)
            findUnits
                .findUnits(TestJob.of("dispatch.findUnits", Map.of("caseId", file.id())))
                .get("unitChoices");

    assertThat(choices)
        .filteredOn(choice -> choice.toString().contains("110108006"))
        .singleElement()
        .asString()
        .contains("不得派", "market-regulation");
  }

  private Optional<String> about(String street, String category, String level) {
    return duties.of(category, level).about(units.find(street).orElseThrow()).map(StreetDuty::duty);
  }

  private CaseFile at(String street, String category) {
    return registry.opened(
        body -> {
          body.put("categoryCode", category);
          ((com.fasterxml.jackson.databind.node.ObjectNode) body.get("place"))
              .put("districtCode", street.substring(0, 6))
              .put("streetCode", street);
        });
  }
}
