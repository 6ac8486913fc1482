package city.whistle.workers.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.sheet.SheetKind;
import city.whistle.workers.sheet.Sheets;
import city.whistle.workers.unit.UnitRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryTest
class LandingsTest {

  @Autowired private Landings landings;
  @Autowired private Bodies bodies;
  @Autowired private Sheets sheets;
  @Autowired private SteppedClock clock;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void onAWednesdayMorning() {
    clock.set(Instant.parse("2026-04-01T02:00:00Z"));
  }

  @Test
  void showsTheBodyOfTheNearestCategoryAndWhoIsOnDuty() {
    OrganisationScene scene = new OrganisationScene(sheets);
    scene.onRota("110107001,body,enforcement,郑值班,2026-01-01,,3,09:00,18:00,010-2");

    Landing landing = landings.of(street("110107001"), "020301").orElseThrow();

    assertThat(landing.body().code()).isEqualTo("enforcement");
    assertThat(landing.onDuty()).containsExactly(new OnDuty("郑值班", "010-2"));
    assertThat(landings.of(street("110107001"), "020101").orElseThrow().body().code())
        .isEqualTo("city");
  }

  @Test
  void landsACaseWithoutACategoryToo() {
    assertThat(landings.of(street("110107002"), null).orElseThrow().body().code())
        .isEqualTo("requests");
  }

  @Test
  void landsEveryCategoryWithABodyThatTheStreetHas() {
    List<String> categories =
        jdbc.sql("select code from registry.category where depth = 3").query(String.class).list();

    for (String street : List.of("110107003", "110101001")) {
      assertThat(categories)
          .allMatch(code -> bodies.landing(street, code, LocalDate.of(2026, 4, 1)).isPresent());
    }
  }

  @Test
  void goesByTheStreetsOwnList() {
    OrganisationScene scene = new OrganisationScene(sheets);
    scene.bring(
        SheetKind.LANDINGS, "street,category,body,from,to", "110107004,13,community,2026-01-01,");

    assertThat(landings.of(street("110107004"), "130101").orElseThrow().body().code())
        .isEqualTo("community");
  }

  @Test
  void saysNothingOfOtherOwners() {
    assertThat(landings.of(new UnitRef("housing", "住建委", "department"), "030301")).isEmpty();
    assertThat(landings.of(null, "030301")).isEmpty();
  }

  private static UnitRef street(String code) {
    return new UnitRef(code, code, "street");
  }
}
