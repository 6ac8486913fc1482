package city.whistle.workers.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.organisation.CentreParty;
import city.whistle.workers.organisation.OrganisationScene;
import city.whistle.workers.sheet.Sheets;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class JointEnforcementTest {

  private static final Map<String, Object> CENTRE =
      Map.of("signWithin", "PT10M", "arriveWithin", "PT30M", "centre", true);

  @Autowired private OpenWhistleWorker open;
  @Autowired private IssueWhistleWorker issue;
  @Autowired private ReleaseReportsWorker release;
  @Autowired private WhistleViews views;
  @Autowired private Registry registry;
  @Autowired private Sheets sheets;
  @Autowired private SteppedClock clock;
  private OrganisationScene scene;

  @BeforeEach
  void onAWednesdayMorning() {
    clock.set(Instant.parse("2026-04-08T02:00:00Z"));
    scene = new OrganisationScene(sheets);
  }

  @Test
  void callsByTheListOfTheHourOfIssue() {
    String street = "110114001";
    scene.posted(
        street + ",fire,resident,2026-01-01,,",
        street + ",planning,onCall,2026-01-01,,",
        street + ",housing,onCall,2026-01-01,,");
    scene.onRota(
        street + ",centre,planning,,2026-01-01,,1234567,08:00,20:00,",
        street + ",centre,housing,冯备勤,2026-01-01,,1234567,20:00,08:00,");
    Map<?, ?> whistle = blow(dispatched(street, body -> {}), "traffic");
    clock.set(Instant.parse("2026-04-08T14:00:00Z"));

    assertThat(called(whistle)).containsExactlyInAnyOrder("traffic", "fire", "housing");
    assertThat(action(whistle).parties())
        .filteredOn(party -> party.holder().equals("housing"))
        .extracting(party -> party.onDuty().get(0).person())
        .containsExactly("冯备勤");
  }

  @Test
  void goesAheadWhereTheRotaIsEmptyAndSaysSo() {
    CaseFile file = dispatched("110114002", body -> {});
    Map<?, ?> whistle = blow(file, "fire");

    assertThat(called(whistle))
        .containsExactlyInAnyOrder("fire", "public-security", "traffic", "market-regulation");
    assertThat(registry.lines(file.id()))
        .filteredOn(line -> line.what().equals("CentreCalled"))
        .extracting(line -> line.why())
        .containsExactly("nobodyOnCall");
  }

  @Test
  void callsOnlyWhomATownshipWithoutACentreNames() {
    CaseFile file = dispatched("110109101", body -> {});
    Map<?, ?> whistle = blow(file, "fire");

    assertThat(called(whistle)).containsExactly("fire");
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("noCentre");
  }

  @Test
  void callsByTheListOfAllInAnEmergencyWhereATownshipHasNoneAndSaysSo() {
    CaseFile file = dispatched("110109105", body -> {});
    Map<?, ?> whistle = blow(file, "fire");

    assertThat(calledInAnEmergency(whistle)).contains("fire", "public-security", "traffic");
    assertThat(registry.lines(file.id()))
        .filteredOn(line -> line.what().equals("CentreCalled"))
        .extracting(line -> line.why())
        .containsExactly("noOwnList");
  }

  @Test
  void callsByATownshipsOwnListAlsoInAnEmergency() {
    String street = "110109106";
    scene.posted(street + ",fire,resident,2026-01-01,,");
    CaseFile file = dispatched(street, body -> {});
    Map<?, ?> whistle = blow(file, "water-authority");

    assertThat(calledInAnEmergency(whistle)).containsExactlyInAnyOrder("water-authority", "fire");
  }

  @Test
  void leavesOutTheUnitThatTheCaseReports() {
    CaseFile file =
        dispatched("110114003", body -> body.put("kind", "report").put("accusedUnit", "traffic"));
    Map<?, ?> whistle = blow(file, "fire");

    assertThat(called(whistle)).doesNotContain("traffic");
    assertThat(action(whistle).parties())
        .filteredOn(party -> party.holder().equals("traffic"))
        .extracting(CentreParty::gap)
        .containsExactly("accused");
  }

  @Test
  void callsTheHeirOfAUnitThatWasAskedForAndEndedMeanwhile() {
    scene.unit("old-water,2026-01-01,,旧水务所,department,,110000,");
    Map<?, ?> whistle = blow(dispatched("110114004", body -> {}), "old-water");
    scene.unit("old-water,2026-01-01,2026-04-08,旧水务所,department,,110000,water-authority");

    assertThat(called(whistle)).contains("water-authority").doesNotContain("old-water");
  }

  @Test
  void keepsWhatWasFoundAndWhatEachDid() {
    Map<?, ?> whistle = blow(dispatched("110114005", body -> {}), "fire");
    List<?> summonses = issue(whistle);
    Map<String, Object> found =
        Map.of(
            "found", "三处违建",
            "own", "拆除一处",
            "deeds", List.of(Map.of("unit", "fire", "did", "封存燃气瓶")));
    TestJob job =
        TestJob.of(
            "whistle.release",
            Map.of("whistle", whistle, "summonses", summonses, "jointAction", found));

    release.releaseReports(job);
    release.releaseReports(job.again());

    JointActionRecord action = action(whistle);
    assertThat(action.outcome().found()).isEqualTo("三处违建");
    assertThat(action.outcome().own()).isEqualTo("拆除一处");
    assertThat(action.deeds()).containsExactly(new JointActionRecord.Deed("fire", "封存燃气瓶"));
    assertThat(action.parties().get(0).role()).isEqualTo("ownTeam");
  }

  private JointActionRecord action(Map<?, ?> whistle) {
    return views.jointAction(UUID.fromString((String) whistle.get("id"))).orElseThrow();
  }

  private List<String> called(Map<?, ?> whistle) {
    return issue(whistle).stream().map(s -> (String) s.get("unitCode")).toList();
  }

  private List<String> calledInAnEmergency(Map<?, ?> whistle) {
    Map<String, Object> profile = new HashMap<>(CENTRE);
    profile.put("centreByDefault", true);
    return issue(whistle, profile).stream().map(s -> (String) s.get("unitCode")).toList();
  }

  private List<Map<String, Object>> issue(Map<?, ?> whistle) {
    return issue(whistle, CENTRE);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> issue(Map<?, ?> whistle, Map<String, Object> profile) {
    return (List<Map<String, Object>>)
        issue
            .issueWhistle(
                TestJob.of("whistle.issue", Map.of("whistle", whistle, "profile", profile)))
            .get("summonses");
  }

  private Map<?, ?> blow(CaseFile file, String unit) {
    return (Map<?, ?>)
        open.openWhistle(
                TestJob.of(
                    "whistle.open",
                    Map.of(
                        "caseId", file.id(),
                        "owner",
                            Map.of(
                                "code", file.owner().code(),
                                "name", file.owner().name(),
                                "kind", "street"),
                        "whistleRequest",
                            Map.of("kind", "jointEnforcement", "units", List.of(unit)))))
            .get("whistle");
  }

  private CaseFile dispatched(String street, Consumer<ObjectNode> change) {
    return registry.dispatched(
        body -> {
          ((ObjectNode) body.get("place"))
              .put("districtCode", street.substring(0, 6))
              .put("streetCode", street);
          change.accept(body);
        });
  }
}
