package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import city.whistle.app.day.Story.Answer;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.camunda.client.api.search.response.UserTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final Instant NOW = Instant.parse("2026-12-02T02:00:00Z");
  private static final int CALLED = 2000;

  private final Answers answers = new Answers(new Chance(1));

  @Test
  void whoIsReachedLateIsAsContentAsWhoIsReachedAtOnce() {
    assertThat(settled(0, false)).isBetween(0.94, 0.96);
    assertThat(settled(1, false)).isBetween(0.94, 0.96);
  }

  @Test
  void halfOfThoseWhoAnswerAgainAreContent() {
    assertThat(settled(1, true)).isBetween(0.46, 0.54);
  }

  /** Share of those reached to whom it is settled. */
  private double settled(int callsBefore, boolean answeredBefore) {
    List<Object> said =
        IntStream.range(0, CALLED)
            .mapToObj(caller -> answer(caller, callsBefore, answeredBefore))
            .filter(answer -> Boolean.TRUE.equals(answer.get("answered")))
            .map(answer -> answer.get("settled"))
            .toList();
    return said.stream().filter("settled"::equals).count() / (double) said.size();
  }

  private Map<String, Object> answer(int caller, int callsBefore, boolean answeredBefore) {
    Story story = new Story(null);
    if (answeredBefore) {
      story.answered(new Answer(NOW, true, "not", "not"));
    }
    UserTask task = mock(UserTask.class);
    when(task.getElementId()).thenReturn("CallResident");
    when(task.getCandidateGroups()).thenReturn(List.of("callback"));
    Work work = new Work(task, "case:1", caller, Optional.of(story), callsBefore);
    return answers.of(work, NOW, name -> MissingNode.getInstance());
  }
}
