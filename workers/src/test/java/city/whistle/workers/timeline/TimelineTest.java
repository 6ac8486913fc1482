package city.whistle.workers.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.RegistryTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryTest
class TimelineTest {

  @Autowired private Timeline timeline;
  @Autowired private JdbcClient jdbc;

  private final UUID subject = UUID.randomUUID();

  @BeforeEach
  void writeThreeLines() {
    timeline.append(subject, "agent-7", "CaseReceived", "");
    timeline.append(subject, "system", "CaseDispatched", "", Map.of("owner", "110102009"));
    timeline.append(subject, "zhang", "SignCase", null);
  }

  @Test
  void tellsItsLinesOldestFirst() {
    assertThat(timeline.of(subject, 0, 10))
        .extracting(TimelineEntry::what)
        .containsExactly("CaseReceived", "CaseDispatched", "SignCase");
  }

  @Test
  void goesOnAfterALine() {
    assertThat(timeline.of(subject, 1, 1))
        .extracting(TimelineEntry::what)
        .containsExactly("CaseDispatched");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update registry.timeline_head set seq = 2 where subject = ?",
        "update registry.timeline_head set seq = 3, seal = null where subject = ?",
        "delete from registry.timeline_head where subject = ?"
      })
  void letsNobodyPutTheEndBack(String change) {
    assertThatThrownBy(() -> jdbc.sql(change).param(subject).update())
        .hasStackTraceContaining("timeline");
  }

  @Test
  void countsWithoutAGapWhenManyWriteAtOnce() {
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> timeline.append(subject, "system", "Line" + i, ""));

    assertThat(timeline.of(subject, 0, 100))
        .extracting(TimelineEntry::seq)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 23).boxed().toList());
  }
}
