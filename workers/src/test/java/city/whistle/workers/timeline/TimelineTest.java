package city.whistle.workers.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class TimelineTest {

  @Autowired private Timeline timeline;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final UUID subject = UUID.randomUUID();

  @BeforeEach
  void writeThreeLines() {
    timeline.append(subject, "agent-7", "CaseReceived", "");
    timeline.append(subject, "system", "CaseDispatched", "", Map.of("owner", "110102009"));
    timeline.append(subject, "zhang", "SignCase", null);
  }

  @Test
  void tellsItsLinesOldestFirst() {
    assertThat(timeline.of(subject))
        .extracting(TimelineEntry::what)
        .containsExactly("CaseReceived", "CaseDispatched", "SignCase");
  }

  @Test
  void isIntactAsItWasWritten() {
    assertThat(timeline.check(subject)).isEqualTo(new TimelineCheck(3, 0));
  }

  @Test
  void isIntactWithoutALine() {
    assertThat(timeline.check(UUID.randomUUID()).intact()).isTrue();
  }

  @Test
  void letsNobodyChangeALine() {
    assertThatThrownBy(
            () ->
                jdbc.sql("update registry.timeline_entry set who = 'x' where subject = ?")
                    .param(subject)
                    .update())
        .hasStackTraceContaining("append-only");
  }

  @Test
  void letsNobodyDropALine() {
    assertThatThrownBy(
            () ->
                jdbc.sql("delete from registry.timeline_entry where subject = ?")
                    .param(subject)
                    .update())
        .hasStackTraceContaining("append-only");
  }

  @Test
  void letsNobodyEmptyTheTable() {
    assertThatThrownBy(() -> jdbc.sql("truncate registry.timeline_entry").update())
        .hasStackTraceContaining("append-only");
  }

  @Test
  void findsTheLineThatWasChangedAllTheSame() {
    withoutTriggers("update registry.timeline_entry set why = 'x' where subject = ? and seq = 2");

    assertThat(timeline.check(subject).brokenAt()).isEqualTo(2);
  }

  @Test
  void findsThatTheLastLineIsMissing() {
    withoutTriggers("delete from registry.timeline_entry where subject = ? and seq = 3");

    assertThat(timeline.check(subject).brokenAt()).isEqualTo(3);
  }

  @Test
  void countsWithoutAGapWhenManyWriteAtOnce() {
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> timeline.append(subject, "system", "Line" + i, ""));

    assertThat(timeline.check(subject)).isEqualTo(new TimelineCheck(23, 0));
  }

  /** Stands for somebody who owns the database. */
  private void withoutTriggers(String change) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(change).param(subject).update();
        });
  }
}
