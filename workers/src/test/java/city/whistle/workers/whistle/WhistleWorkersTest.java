package city.whistle.workers.whistle;

import static city.whistle.workers.Registry.SIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.summons.NotifyUnitWorker;
import io.camunda.client.exception.BpmnError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class WhistleWorkersTest extends WhistleScene {

  @Autowired private AskForWhistleWorker ask;
  @Autowired private AddUnitWorker addUnit;
  @Autowired private RefuseUnitWorker refuseUnit;
  @Autowired private NotifyUnitWorker notifyUnit;

  @Test
  void registersTheWhistleThatTheOwnerAsksFor() {
    CaseFile file = registry.dispatched();

    Map<?, ?> whistle = blow(file, SIX);

    assertThat(whistle.get("streetCode")).isEqualTo("110102009");
    assertThat(whistle.get("caseId")).isEqualTo(file.id().toString());
    assertThat(whistle.get("units")).isEqualTo(SIX);
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("WhistleBlown");
  }

  @Test
  void blowsOneWhistleForAJobThatComesTwice() {
    CaseFile file = registry.dispatched();
    TestJob job = openJob(file, SIX);

    Map<String, Object> first = open.openWhistle(job);

    assertThat(open.openWhistle(job.again())).isEqualTo(first);
    assertThat(registry.count("select count(*) from registry.whistle where case_id = ?", file.id()))
        .isEqualTo(1);
  }

  @Test
  void refusesAUnitThatIsNone() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(() -> blow(file, List.of("xicheng-power", "nobody")))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("UNKNOWN_UNIT")
        .hasMessageContaining("nobody");
  }

  @Test
  void letsNoDepartmentBlowInAStreetsName() {
    CaseFile file = registry.dispatched();
    Map<String, Object> owner =
        Map.of("code", "urban-management", "name", "城市管理委", "kind", "department");

    assertThatThrownBy(
            () ->
                ask.askForWhistle(
                    TestJob.of(
                        "whistle.ask",
                        Map.of(
                            "caseId",
                            file.id(),
                            "owner",
                            owner,
                            "whistleRequest",
                            Map.of("kind", "publicDemand", "units", SIX)))))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("WHISTLE_INVALID")
        .hasMessageContaining("城市管理委不能吹哨");
  }

  @Test
  void refusesAWhistleThatSummonsNobody() {
    CaseFile file = registry.dispatched();

    assertThatThrownBy(() -> blow(file, List.of())).hasMessageContaining("WHISTLE_INVALID");
  }

  @Test
  void summonsEachUnitOnce() {
    Map<?, ?> whistle = blow(registry.dispatched(), SIX);

    List<Map<String, Object>> summonses = issue(whistle, PROFILE);

    assertThat(summonses).extracting(s -> s.get("unitCode")).containsExactlyElementsOf(SIX);
    assertThat(summonses.get(0))
        .containsEntry("group", "department:xicheng-sasac")
        .containsEntry("unitName", "西城区国资委");
  }

  @Test
  void summonsTheEnforcementCentreAsAWhole() {
    Map<?, ?> whistle = blow(registry.dispatched(), List.of("xicheng-power"));

    List<Map<String, Object>> summonses =
        issue(whistle, Map.of("signWithin", "PT10M", "arriveWithin", "PT30M", "centre", true));

    assertThat(summonses)
        .extracting(s -> s.get("unitCode"))
        .containsExactlyInAnyOrder(
            "xicheng-power", "public-security", "fire", "traffic", "market-regulation");
  }

  @Test
  void addsAUnitThatIsNotYetSummoned() {
    Map<?, ?> whistle = blow(registry.dispatched(), SIX);
    issue(whistle, PROFILE);

    Map<String, Object> out = addUnit.addUnit(addJob(whistle, "housing"));

    assertThat(out.get("summons")).asString().contains("unitCode=housing");
  }

  @Test
  void refusesToSummonAUnitTwice() {
    Map<?, ?> whistle = blow(registry.dispatched(), SIX);
    issue(whistle, PROFILE);

    assertThatThrownBy(() -> addUnit.addUnit(addJob(whistle, "xicheng-power")))
        .hasMessageContaining("UNIT_ALREADY_SUMMONED");
  }

  /** Where its people look, and not in a timeline of the whistle's own that nobody opens. */
  @Test
  void saysInTheCasesTimelineThatAUnitIsSummonedAlready() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    issue(whistle, PROFILE);

    assertThatThrownBy(() -> addUnit.addUnit(addJob(whistle, "xicheng-power")))
        .isInstanceOf(BpmnError.class);

    assertThat(registry.lastLine(file.id()).what()).isEqualTo("RequestRefused");
    assertThat(registry.lastLine(file.id()).why()).contains("已在本次吹哨之列");
  }

  @Test
  void saysThatAUnitWasAskedForAfterTheRelease() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    TestJob job =
        TestJob.of("whistle.refuseUnit", Map.of("whistle", whistle, "unitCode", "housing"));

    refuseUnit.refuseUnit(job);
    refuseUnit.refuseUnit(job.again());

    assertThat(registry.steps(file.id())).containsOnlyOnce("RequestRefused");
    assertThat(registry.lastLine(file.id()).why()).contains("已解除").contains("住房和城乡建设委员会");
    assertThat(registry.notifications(file.id())).contains("unit:110102009 requestRefused");
  }

  @Test
  void tellsTheUnitAndTellsItAgain() {
    CaseFile file = registry.dispatched();
    Map<?, ?> whistle = blow(file, SIX);
    Object summons = issue(whistle, PROFILE).get(1);
    Map<String, Object> values = Map.of("whistle", whistle, "summons", summons);

    notifyUnit.notifyUnit(TestJob.of("summons.notify", values).header("again", "false"));
    notifyUnit.notifyUnit(TestJob.of("summons.notify", values).header("again", "true"));

    assertThat(registry.notifications(file.id()))
        .contains("unit:xicheng-power summoned", "unit:xicheng-power summonedAgain");
  }

  private static TestJob addJob(Map<?, ?> whistle, String unit) {
    return TestJob.of(
        "whistle.addUnit", Map.of("whistle", whistle, "profile", PROFILE, "unitCode", unit));
  }
}
