package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.search.response.UserTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemesTest {

  private static final Instant NOW = Instant.parse("2026-12-02T02:00:00Z");

  @ParameterizedTest
  @CsvSource({"9, partly", "10, reached"})
  void aThemeIsReachedWhereEachOfItsTasksIs(int reached, String outcome) {
    String theme =
        "{\"tasks\": [{\"target\": 10, \"reached\": %d}, {\"target\": 3, \"reached\": 4}]}"
            .formatted(reached);

    assertThat(answer("ReviewTheme", 0, theme)).containsEntry("outcome", outcome);
  }

  @Test
  void aUnitTellsOfHalfFirstAndIsDoneThen() {
    String work = "{\"tasks\": [{\"id\": 1, \"target\": 1000}]}";

    Map<String, Object> first = answer("WorkOnTheme", 0, work);
    Map<String, Object> then = answer("WorkOnTheme", 1, work);

    assertThat(first).containsEntry("outcome", "progress");
    assertThat(Themes.reached(first)).isEqualTo(500);
    assertThat(then).containsEntry("outcome", "done");
    assertThat(Themes.reached(then)).isBetween(900L, 1100L);
  }

  private static Map<String, Object> answer(String element, int times, String shown) {
    UserTask task = mock(UserTask.class);
    when(task.getElementId()).thenReturn(element);
    when(task.getCandidateGroups()).thenReturn(List.of("policy"));
    Work work = new Work(task, "theme:2026-12", 1, Optional.empty(), times);
    return Themes.answer(work, new Chance(1), NOW, name -> json(shown));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
