package city.whistle.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class TransferEmergencyWorkerTest {

  @Autowired private TransferEmergencyWorker worker;
  @Autowired private Registry registry;

  @Test
  void handsTheCallerOnToTheLineOfTheCategory() {
    CaseFile file = registry.opened(body -> body.put("categoryCode", "900103"));

    Map<String, Object> out = worker.transferEmergency(job(file));

    assertThat(out.get("transfer")).asString().contains("line=120");
    assertThat(registry.notifications(file.id())).containsExactly("line:120 emergencyTransferred");
  }

  @Test
  void takesThePoliceWhereNobodySaidWhichLine() {
    CaseFile file = registry.opened(body -> body.putObject("signals").put("emergency", true));

    assertThat(worker.transferEmergency(job(file)).get("transfer")).asString().contains("line=110");
  }

  @Test
  void tellsTheLineOnce() {
    CaseFile file = registry.opened();
    TestJob job = job(file);

    worker.transferEmergency(job);
    worker.transferEmergency(job.again());

    assertThat(registry.notifications(file.id())).hasSize(1);
  }

  private static TestJob job(CaseFile file) {
    return TestJob.of("hotline.transferEmergency", Map.of("caseId", file.id()));
  }
}
