package city.whistle.workers.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class SupervisionWorkersTest {

  @Autowired private RemindWorker remind;
  @Autowired private RecordSupervisionWorker record;
  @Autowired private Registry registry;

  @Test
  void remindsTheOwner() {
    CaseFile file = registry.dispatched();

    remind.remind(TestJob.of("supervision.remind", matter(file)));

    assertThat(registry.notifications(file.id())).contains("unit:110102009 reminded");
    assertThat(registry.lastLine(file.id()).why()).isEqualTo("signOverdue");
  }

  @Test
  void recordsASupervisionOnce() {
    CaseFile file = registry.dispatched();
    TestJob job = TestJob.of("supervision.record", matter(file));

    record.recordSupervision(job);
    record.recordSupervision(job.again());

    assertThat(
            registry.count(
                "select count(*) from registry.supervision where case_id = ?", file.id()))
        .isEqualTo(1);
  }

  private static Map<String, Object> matter(CaseFile file) {
    return Map.of(
        "caseId",
        file.id(),
        "owner",
        file.owner(),
        "cause",
        "signOverdue",
        "supervisionLevel",
        "remind",
        "round",
        1);
  }
}
