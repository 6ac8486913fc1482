package city.whistle.workers.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.sheet.Sheets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class EnforcementCentresTest {

  /** A Wednesday. */
  private static final String DAY = "2026-03-25T";

  private static final String STREET = "110106001";

  @Autowired private EnforcementCentres centres;
  @Autowired private Sheets sheets;
  private OrganisationScene scene;

  @BeforeEach
  void organisation() {
    scene = new OrganisationScene(sheets);
  }

  @Test
  void isLedByTheDistrictsTeamUntilJuly2020AndByTheStreetsOwnSince() {
    scene.unit(
        "urban-enforcement,2018-01-01,2023-06-30,城管执法局,department,,110000,",
        "110106002,2018-01-01,2023-06-30,旧名街道,street,街道,110106,");

    assertThat(roles("110106002", "2020-06-30T23:59:00+08:00"))
        .contains("base")
        .doesNotContain("ownTeam");
    assertThat(roles("110106002", "2020-07-01T00:00:00+08:00"))
        .contains("ownTeam")
        .doesNotContain("base");
  }

  @Test
  void hasOnlyThoseOnCallWhoseShiftItIs() {
    scene.posted(
        STREET + ",fire,resident,2026-01-01,,2",
        STREET + ",planning,onCall,2026-01-01,,",
        STREET + ",housing,onCall,2026-01-01,,");
    scene.onRota(
        STREET + ",centre,planning,陈备勤,2026-01-01,,12345,08:00,20:00,",
        STREET + ",centre,housing,周备勤,2026-01-01,,12345,20:00,08:00,");

    assertThat(summoned(DAY + "08:00:00+08:00")).containsExactly("fire", "planning");
    assertThat(summoned(DAY + "19:59:59+08:00")).containsExactly("fire", "planning");
    assertThat(summoned(DAY + "20:00:00+08:00")).containsExactly("fire", "housing");
    assertThat(summoned("2026-03-28T07:59:00+08:00")).containsExactly("fire", "housing");
    assertThat(summoned("2026-03-28T08:00:00+08:00")).containsExactly("fire");
  }

  @Test
  void saysWhomItLacksAtNight() {
    String street = "110106003";
    scene.posted(street + ",fire,resident,2026-01-01,,", street + ",planning,onCall,2026-01-01,,");
    scene.onRota(street + ",centre,planning,,2026-01-01,,1234567,09:00,18:00,");

    assertThat(centres.at(street, time(DAY + "23:00:00+08:00")))
        .filteredOn(party -> party.gap() != null)
        .extracting(CentreParty::holder, CentreParty::gap)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("planning", "nobodyOnDuty"));
  }

  @Test
  void countsWhoIsPostedAndOnCallOnce() {
    String street = "110106004";
    scene.posted(street + ",fire,resident,2026-01-01,,", street + ",fire,onCall,2026-01-01,,");
    scene.onRota(street + ",centre,fire,,2026-01-01,,1234567,00:00,00:00,");

    assertThat(roles(street, DAY + "10:00:00+08:00")).containsExactly("resident");
  }

  @Test
  void callsTheHeirOfAUnitThatIsNoMoreAndNobodyWhereThereIsNone() {
    String street = "110106005";
    scene.unit(
        "old-heat,2020-01-01,2026-01-01,旧供热办,department,,110000,planning",
        "old-coal,2020-01-01,2026-01-01,旧煤改办,department,,110000,");
    scene.posted(
        street + ",old-heat,resident,2020-01-01,,", street + ",old-coal,resident,2020-01-01,,");

    assertThat(centres.at(street, time(DAY + "10:00:00+08:00")))
        .extracting(CentreParty::unit, CentreParty::gap)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("planning", null),
            org.assertj.core.groups.Tuple.tuple(null, "abolished"));
  }

  @Test
  void followsTheListOfTheDay() {
    String street = "110106006";
    scene.posted(
        street + ",fire,resident,2026-01-01,2026-03-25,",
        street + ",traffic,resident,2026-03-25,,");

    assertThat(roles(street, "2026-03-24T23:59:00+08:00")).hasSize(1);
    assertThat(centres.at(street, time("2026-03-24T23:59:00+08:00")).get(0).unit())
        .isEqualTo("fire");
    assertThat(centres.at(street, time("2026-03-25T00:00:00+08:00")).get(0).unit())
        .isEqualTo("traffic");
  }

  @Test
  void isNotInATownshipThatListsNobody() {
    assertThat(centres.at("110109104", time(DAY + "10:00:00+08:00"))).isEmpty();
  }

  private List<String> summoned(String when) {
    return centres.at(STREET, time(when)).stream()
        .filter(CentreParty::isSummoned)
        .map(CentreParty::unit)
        .toList();
  }

  private List<String> roles(String street, String when) {
    return centres.at(street, time(when)).stream().map(CentreParty::role).toList();
  }

  private static OffsetDateTime time(String text) {
    return OffsetDateTime.parse(text);
  }
}
