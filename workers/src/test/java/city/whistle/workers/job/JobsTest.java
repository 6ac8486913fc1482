package city.whistle.workers.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class JobsTest {

  @Autowired private Jobs jobs;

  private final AtomicInteger runs = new AtomicInteger();
  private final UUID subject = UUID.randomUUID();

  @Test
  void runsAnEffectOnceAndRepeatsItsResult() {
    TestJob job = TestJob.of("test.once", Map.of());

    assertThat(run(job)).isEqualTo(Map.of("run", 1));
    assertThat(run(job.again())).isEqualTo(Map.of("run", 1));
  }

  @Test
  void runsAnEffectOnceWhenItsJobComesManyTimesAtOnce() {
    TestJob job = TestJob.of("test.once", Map.of());

    IntStream.range(0, 8).parallel().forEach(i -> run(job));

    assertThat(runs).hasValue(1);
  }

  @Test
  void runsItAgainAfterItFailed() {
    TestJob job = TestJob.of("test.once", Map.of());
    assertThatThrownBy(
        () ->
            jobs.once(
                job,
                subject,
                () -> {
                  throw new IllegalStateException("the first time");
                }));

    assertThat(run(job)).isEqualTo(Map.of("run", 1));
  }

  @Test
  void tellsTheSameKeysOfAnotherInstanceApart() {
    TestJob job = TestJob.of("test.once", Map.of());
    run(job);

    assertThat(run(job.in(42))).isEqualTo(Map.of("run", 2));
  }

  @Test
  void namesAVariableThatHasNotTheAgreedShapeWithoutItsValue() {
    TestJob job = TestJob.of("test.once", Map.of("caseId", "13800000000"));

    assertThatThrownBy(() -> jobs.read(job, Input.class))
        .hasMessageContaining("caseId")
        .hasMessageNotContaining("13800000000");
  }

  private Map<String, Object> run(TestJob job) {
    return jobs.once(job, subject, () -> Map.of("run", runs.incrementAndGet()));
  }

  record Input(UUID caseId) {}
}
