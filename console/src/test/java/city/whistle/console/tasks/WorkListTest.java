package city.whistle.console.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the searches of a list are put together. */
class WorkListTest {

  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-12-01T09:00:00+08:00");
  private static final int PAGE = 50;

  private final EngineTasks engine = mock(EngineTasks.class);
  private final Access access = mock(Access.class);
  private final Person person = new Person("li", "li", "zh", List.of());
  private final WorkList list = new WorkList(engine, access);

  @BeforeEach
  void hasNoGroups() {
    when(access.groups(person)).thenReturn(Set.of());
  }

  @Test
  void countsEachTaskOnceWhereThoseWithoutALimitFillThePage() {
    finds(true, 10, 10);
    finds(false, 51, 100);

    assertThat(list.page(person, WorkFilter.ALL, PAGE).count()).isEqualTo(110);
  }

  @Test
  void countsThoseWithoutALimitWhereTheOthersFillThePage() {
    finds(true, 51, 70);
    when(engine.count(any())).thenReturn(5L);

    assertThat(list.page(person, WorkFilter.ALL, PAGE).count()).isEqualTo(75);
  }

  @Test
  void hasATaskOnceThatSeveralVariablesSayIsOfAPlace() {
    finds(true, 3, 3);
    finds(false, 0, 0);
    WorkFilter place = WorkFilter.of(null, null, null, "110102009", null);

    assertThat(list.page(person, place, PAGE).tasks())
        .extracting(WorkTask::key)
        .containsExactly(1L, 2L, 3L);
  }

  private void finds(boolean limited, int shown, long total) {
    when(engine.search(any(), eq(limited), any(), any(), anyInt()))
        .thenReturn(
            new EngineTasks.Found(
                LongStream.rangeClosed(1, shown).mapToObj(n -> task(n, limited)).toList(),
                "cursor",
                total));
  }

  private static WorkTask task(long key, boolean limited) {
    return new WorkTask(
        limited ? key : 1000 + key,
        "HandleCase",
        "办理",
        "li",
        Set.of(),
        limited ? TIME : null,
        TIME,
        key,
        true);
  }
}
