package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.casefile.CaseFile;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything in the engine is deleted under the running application, the models as well. */
class PurgedEngineTest extends LifeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @BeforeEach
  void purge() {
    EngineUnderTest.get().reset();
  }

  @Test
  void aCaseThatComesAfterwardsGoesItsWay() {
    CaseFile file = inHand();

    assertOpen(file, "HandleCase");
  }

  @Test
  void theEngineHasItsModelsAgainAlsoWhereNobodyCalls() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(client.newProcessDefinitionSearchRequest().send().join().items())
                    .isNotEmpty());
  }
}
