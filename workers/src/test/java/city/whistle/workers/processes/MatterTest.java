package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CamundaProcessTest
class MatterTest extends ProcessTest {

  private static final String WHISTLE =
      "{outcome: 'whistle', matterNote: '多处停水', whistleRequest: {kind: 'emergency', reason: '停水',"
          + " place: '街道办', units: ['water']}}";

  @ParameterizedTest
  @ValueSource(strings = {"theme", "nothing"})
  void isClosedWithWhatTheSupervisorDecides(String outcome) {
    ProcessInstanceEvent matter = found();

    complete("AssessMatter", "{outcome: '%s', matterNote: '已有计划停水'}".formatted(outcome));

    assertThat(matter).isCompleted().hasCompletedElements("RecordMatter", "MatterClosed");
  }

  @Test
  void isLookedAtAgainAfterItWasWatched() {
    ProcessInstanceEvent matter = found();
    complete("AssessMatter", "{outcome: 'watch', matterNote: '再看看'}");

    pass(assertThat(matter), Duration.ofHours(2), "WatchOver");

    assertThat(matter).hasCompletedElement("DescribeMatter", 2).hasActiveElements("AssessMatter");
  }

  @Test
  void comesBackWhereAWhistleCanNotBeBlown() {
    workers.failOnce("matter.record", "WHISTLE_INVALID");
    ProcessInstanceEvent matter = found();

    complete("AssessMatter", WHISTLE);
    assertThat(matter).hasCompletedElements("WhistleRefused").hasActiveElements("AssessMatter");
    complete("AssessMatter", WHISTLE);

    assertThat(matter).isCompleted();
  }

  @Test
  void isAskedAgainForAnOutcomeThatNobodyOffers() {
    ProcessInstanceEvent matter = found();

    complete("AssessMatter", "{outcome: 'closed', matterNote: '办结'}");

    assertThat(matter).hasCompletedElement("AssessMatter", 1).hasActiveElements("AssessMatter");
  }

  private ProcessInstanceEvent found() {
    return start("matter", "{matter: {id: 'matter-1'}}");
  }
}
