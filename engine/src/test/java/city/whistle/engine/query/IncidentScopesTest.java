package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every scope around an incident has it. */
class IncidentScopesTest {

  private static QueryFixture fixture;

  @BeforeAll
  static void open() {
    fixture = new QueryFixture();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  /** 100 calls 200 from a sub-process's multi-instance; in both, something else goes on beside. */
  @BeforeEach
  void insert() {
    fixture.rows.clear();
    fixture.rows.insert("process_definition", Map.of("key", 10));
    fixture.rows.insert("process_instance", Map.of("key", 100));
    fixture.rows.insert(
        "process_instance",
        Map.of("key", 200, "parent_process_instance_key", 100, "parent_element_instance_key", 104));
    fixture.element(100, 100, null, "PROCESS");
    fixture.element(101, 100, 100L, "SERVICE_TASK");
    fixture.element(102, 100, 100L, "SUB_PROCESS");
    fixture.element(103, 100, 102L, "MULTI_INSTANCE_BODY");
    fixture.element(104, 100, 103L, "CALL_ACTIVITY");
    fixture.element(105, 100, 103L, "CALL_ACTIVITY");
    fixture.element(200, 200, null, "PROCESS");
    fixture.element(201, 200, 200L, "EVENT_SUB_PROCESS");
    fixture.element(202, 200, 201L, "SERVICE_TASK");
    fixture.element(203, 200, 201L, "SERVICE_TASK");
  }

  private static List<Object> instances(boolean hasIncident) {
    return fixture.keys(Searchable.PROCESS_INSTANCE, "{\"hasIncident\":" + hasIncident + "}");
  }

  private static List<Object> elements(boolean hasIncident) {
    return fixture.keys(Searchable.ELEMENT_INSTANCE, "{\"hasIncident\":" + hasIncident + "}");
  }

  @Test
  void itIsShownByEveryScopeUpToTheOutermostCallerAndByNothingBeside() {
    fixture.incident(1, 200, 202, "no pump");
    assertThat(elements(true)).containsExactly("102", "103", "104", "201", "202");
    assertThat(elements(false)).containsExactly("101", "105", "203");
    assertThat(instances(true)).containsExactly("100", "200");
    assertThat(fixture.database.get(Searchable.ELEMENT_INSTANCE, 102))
        .containsEntry("hasIncident", true)
        .containsEntry("incidentKey", null);
  }

  @Test
  void ofTheProcessItselfItIsShownByTheInstanceAndItsCallers() {
    fixture.incident(1, 200, 200, "no listener");
    assertThat(elements(true)).containsExactly("102", "103", "104");
    assertThat(instances(true)).containsExactly("100", "200");
  }

  @Test
  void doesNotGoDownFromACaller() {
    fixture.incident(1, 100, 104, "no process");
    assertThat(elements(true)).containsExactly("102", "103", "104");
    assertThat(instances(true)).containsExactly("100");
  }
}
