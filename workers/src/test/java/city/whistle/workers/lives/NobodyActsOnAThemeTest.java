package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A month's theme on which nobody does anything: it is supervised, until its time ends it. */
class NobodyActsOnAThemeTest extends LifeTest {

  private static final String CHOICE =
      """
      {outcome: 'choose', chooseNote: '入冬前治理', choice: {
        name: '冬季供暖', lead: 'urban-management', coUnits: ['heat'],
        problems: [{what: '室温不达标', categoryCode: '010401'}, {what: '管线漏水', categoryCode: '010402'}],
        tasks: [{what: '改造计划', unit: 'urban-management', target: 1, measure: '项', due: '%1$s'},
                {what: '入户测温', unit: 'heat', target: 1200, measure: '户', due: '%1$s'}]}}
      """;

  @Test
  void isSupervisedWhereNobodyChoosesUntilTheMonthEndsIt() {
    YearMonth month = begun();
    passDays(14);

    assertThat(supervised("ChooseThemes")).containsExactly("supervisor-lead");

    passUntilAfter(month);
    assertThat(open("ChooseThemes")).isEmpty();
    assertThat(supervised("ChooseThemes")).isEmpty();
    assertThat(stillSupervised("ChooseThemes")).isZero();
  }

  @Test
  void isSupervisedWhereNobodyWorksOnItAndThenWhereNobodyReviewsIt() {
    begun();
    UserTask choosing = open("ChooseThemes").get(0);
    staff.complete(choosing, CHOICE.formatted(staff.now().toLocalDate().plusDays(20)));
    passDays(30);

    assertThat(open("WorkOnTheme")).hasSize(2);
    assertThat(supervised("WorkOnTheme")).containsOnly("supervisor");

    for (int week = 0; week < 16 && open("ReviewTheme").isEmpty(); week++) {
      passDays(7);
    }
    passDays(14);
    assertThat(open("WorkOnTheme")).isEmpty();
    assertThat(stillSupervised("WorkOnTheme")).isZero();
    assertThat(supervised("ReviewTheme")).containsExactly("supervisor-lead");
  }

  /** The next month's, which has time enough left. */
  private YearMonth begun() {
    YearMonth month = YearMonth.from(staff.now()).plusMonths(1);
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("monthly-theme")
        .latestVersion()
        .variables(Map.of("month", month.toString()))
        .send()
        .join();
    look();
    return month;
  }

  private void passUntilAfter(YearMonth month) {
    while (!YearMonth.from(staff.now()).isAfter(month)) {
      passDays(4);
    }
  }

  private List<UserTask> open(String element) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.bpmnProcessId("monthly-theme").elementId(element).state(UserTaskState.CREATED))
        .send()
        .join()
        .items();
  }

  /** Groups that have the supervision of such a task open. */
  private List<String> supervised(String element) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.bpmnProcessId("supervision")
                    .state(UserTaskState.CREATED)
                    .processInstanceVariables(
                        List.of(
                            variable ->
                                variable
                                    .name("overdueTask")
                                    .value(value -> value.eq("\"" + element + "\"")))))
        .send()
        .join()
        .items()
        .stream()
        .flatMap(task -> task.getCandidateGroups().stream())
        .toList();
  }

  private int stillSupervised(String element) {
    return jdbc.sql(
            "select count(*) from registry.supervision where task = ? and recorded_at is null"
                + " and not coalesce(matter_ended, false)")
        .param(element)
        .query(Integer.class)
        .single();
  }
}
