package city.whistle.workers.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.dataset.OrganisationImport.Row;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class ReferenceDataTest {

  @Autowired private ReferenceData data;
  @Autowired private OrganisationImport organisation;
  @Autowired private Units units;
  @Autowired private Registry registry;

  @Test
  void knowsSixteenDistricts() {
    assertThat(units.list(null, UnitKind.DISTRICT)).hasSize(16);
  }

  @Test
  void knowsAllSubDistrictsAndTownships() {
    assertThat(units.list(null, UnitKind.STREET)).hasSize(343);
  }

  @Test
  void knowsTheUnitOfEveryCategory() {
    assertThat(
            registry.count(
                """
                select count(*) from registry.category c where c.unit_code is not null
                  and not exists (select 1 from registry.unit u where u.code = c.unit_code)"""))
        .isZero();
  }

  @Test
  void givesEveryCategoryOfTheThirdLevelADirectionAndALimit() {
    assertThat(
            registry.count(
                """
                select count(*) from registry.category where depth = 3
                  and (unit_kind is null or limit_level is null
                    or (unit_kind in ('department', 'enterprise')) <> (unit_code is not null))"""))
        .isZero();
  }

  @Test
  void knowsTheHolidaysOfThreeYearsAndWhichAreAnnounced() {
    assertThat(days("2025", true)).isEqualTo(33);
    assertThat(days("2026", true)).isEqualTo(39);
    assertThat(days("2027", true)).isZero();
    assertThat(days("2027", false)).isEqualTo(13);
  }

  private long days(String year, boolean announced) {
    return registry.count(
        "select count(*) from registry.calendar_day where to_char(day, 'YYYY') = ? and announced = ?",
        year,
        announced);
  }

  @Test
  void changesNothingWhenImportedAgain() {
    long before = registry.count("select count(*) from registry.unit");

    data.importAll();

    assertThat(registry.count("select count(*) from registry.unit")).isEqualTo(before);
  }

  @Test
  void keepsWhatAUnitWasCalledBefore() {
    String source = UUID.randomUUID().toString();
    organisation.importRows(source, LocalDate.parse("2024-01-01"), List.of(office("old name")));

    organisation.importRows(source, LocalDate.parse("2025-01-01"), List.of(office("new name")));

    assertThat(units.find("test-office").orElseThrow().name()).isEqualTo("new name");
    assertThat(
            registry.count(
                "select count(*) from registry.unit where name = 'old name' and valid_to = date '2025-01-01'"))
        .isEqualTo(1);
    organisation.importRows(source, LocalDate.parse("2026-01-01"), List.of());
    assertThat(units.find("test-office")).isEmpty();
  }

  private static Row office(String name) {
    return new Row("test-office", name, "department", null, "110000");
  }
}
