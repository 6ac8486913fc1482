package city.whistle.workers.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.job.TestJob;
import io.camunda.client.exception.BpmnError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A month's theme from its beginning to its review. */
@RegistryTest
class ThemesTest extends NovemberTest {

  @Autowired private ThemeStore themes;
  @Autowired private ThemeHints hints;
  @Autowired private ThemeStarts starts;
  @Autowired private FindThemesWorker find;
  @Autowired private RecordWorkWorker recordWork;
  @Autowired private SumUpWorkWorker sumUp;
  @Autowired private CloseThemeWorker close;
  @Autowired private Registry registry;

  @Test
  void beginOnceAMonthByThemselvesAndOnlyWithSomethingToPropose() {
    assertThat(reason(byItself(FIRST))).isEqualTo("nothing");
    assertThat(themes.of(MONTH)).isEmpty();

    asked(WATER, 120, MONTH.minusMonths(1));

    assertThat(about(byItself(FIRST)).get("due")).isEqualTo(true);
    assertThat(reason(byItself(SECOND))).isEqualTo("begun");
  }

  @Test
  void areChosenByHandWithNothingProposed() {
    Map<String, Object> found = scene.found(MONTH, FIRST);

    assertThat(about(found)).containsEntry("due", true).containsEntry("proposals", List.of());
    assertThat((List<?>) found.get("categoryChoices")).isNotEmpty();
    assertThat(scene.chosen(found, choice(), FIRST)).isNotEmpty();
  }

  @Test
  void passToTheInstanceThatWasBegunLast() {
    Map<String, Object> first = scene.found(MONTH, FIRST);
    Map<String, Object> second = scene.found(MONTH, SECOND);

    assertThat(cancelled(FIRST)).isEqualTo(1);
    assertThat(about(second).get("id")).isEqualTo(about(first).get("id"));
    assertThatThrownBy(() -> scene.chosen(first, choice(), FIRST)).hasMessageContaining("另一流程");
    assertThat(scene.chosen(second, choice(), SECOND)).isNotEmpty();
  }

  @Test
  void areNotBegunAgainOnceTheyAreChosenOrClosed() {
    Map<String, Object> chosen = scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);

    assertThat(reason(scene.found(MONTH, SECOND))).isEqualTo("chosen");
    assertThat(starts.begin(MONTH.toString())).contains("chosen");
    review(chosen, "reached");
    assertThat(reason(scene.found(MONTH, SECOND))).isEqualTo("closed");
    assertThat(starts.months()).containsExactly(MONTH.plusMonths(1));
  }

  @Test
  void areBegunForThisMonthAndTheNextAlone() {
    assertThat(reason(scene.found(MONTH.minusMonths(1), FIRST))).isEqualTo("over");
    assertThat(reason(scene.found(MONTH.plusMonths(2), FIRST))).isEqualTo("early");
    assertThat(starts.begin("2035-13")).contains("month");
    assertThat(starts.begin(MONTH.plusMonths(1).toString())).isEmpty();
  }

  @Test
  void areToBeChosenBeforeTheirMonthIsOver() {
    clock.set(MONTH.atDay(28).atTime(9, 0).atZone(CityTime.ZONE).toInstant());

    Map<String, Object> late = about(scene.found(MONTH, FIRST));

    assertThat(late.get("chooseBy")).isEqualTo(late.get("chooseUntil"));
  }

  @Test
  void tellEachUnitThatTheyGiveItWorkAndUntilWhen() {
    Map<String, Object> chosen = scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);

    assertThat(
            jdbc.sql(
                    """
                    select recipient from registry.notification
                    where subject = ?::uuid and template = 'themeGiven' and parameters ->> 'theme' = '用水保障'
                      and parameters ->> 'dueBy' like '2035-12-16T00:00%' order by recipient\
                    """)
                .param(about(chosen).get("id").toString())
                .query(String.class)
                .list())
        .containsExactly("unit:" + ThemeScene.LEAD, "unit:" + ThemeScene.CO_UNIT);
  }

  @Test
  void refuseAUnitThatIsNoMoreAndSayWhoTookOver() {
    jdbc.sql(
            """
            insert into registry.unit (code, name, kind, parent_code, valid_from, valid_to, successor_code, source)
            values ('gone', '旧局', 'department', '110000', '2001-01-01', '2035-01-01', 'water', 'test')\
            """)
        .update();
    Map<String, Object> choice = new HashMap<>(choice());
    choice.put("coUnits", List.of("gone"));

    assertThatThrownBy(() -> scene.chosen(scene.found(MONTH, FIRST), choice, FIRST))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining("已撤销");
    assertThat(themes.of(MONTH).orElseThrow().isChosen()).isFalse();
  }

  @Test
  void refuseWhatNoFormLetsThrough() {
    Map<String, Object> found = scene.found(MONTH, FIRST);
    LocalDate after = MONTH.plusMonths(3).atDay(1);

    refuses(found, "problems", List.of(), "2 至 3 个");
    refuses(found, "lead", ThemeScene.CO_UNIT, "市级部门");
    refuses(found, "coUnits", List.of(ThemeScene.LEAD), "牵头单位不在其中");
    refuses(found, "tasks", List.of(), "1 至 30 项");
    refuses(
        found,
        "tasks",
        List.of(ThemeScene.task("gas", 1, after.minusDays(1).toString())),
        "牵头单位或者协同单位");
    refuses(found, "tasks", List.of(ThemeScene.task(ThemeScene.LEAD, 1, after.toString())), "期限");
  }

  @Test
  void keepHowFarTheirUnitsAre() {
    Map<String, Object> chosen = scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);

    work(chosen, 0, "progress");
    work(chosen, 1, "done");
    work(chosen, 1, "done");

    ThemeWork work = views.find(MONTH).orElseThrow().work();
    assertThat(work.lead().code()).isEqualTo(ThemeScene.LEAD);
    assertThat(work.lead().doneAt()).isNull();
    assertThat(work.tasks()).extracting(ThemeWork.Task::reached).containsExactly(40, 40);
    assertThat(work.tasks()).extracting(ThemeWork.Task::isReached).containsExactly(true, false);
    assertThat(work.results()).hasSize(4);
    assertThat(sumUp.sumUpWork(TestJob.of("theme.sumUp", chosen).in(FIRST)).get("theme"))
        .asString()
        .contains("reached=40");
  }

  @Test
  void tellNoUnitsWorkForAnothers() {
    Map<String, Object> chosen = scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);
    Map<String, Object> variables = ThemeScene.work(chosen, 0, "progress");
    variables.put("work", Map.of("tasks", List.of(Map.of("id", 2, "reached", 99))));

    recordWork.recordWork(TestJob.of("theme.recordWork", variables).in(FIRST));

    assertThat(views.find(MONTH).orElseThrow().work().tasks())
        .extracting(ThemeWork.Task::reached)
        .containsOnlyNulls();
  }

  @Test
  void giveTheWorkOfAUnitThatIsAbolishedMeanwhileToItsSuccessor() {
    Map<String, Object> chosen = scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);
    jdbc.sql(
            "update registry.unit set valid_to = '2035-11-01', successor_code = 'gas' where code ="
                + " 'water'")
        .update();
    try {
      Object part = work(chosen, 1, "progress").get("themeUnit");

      assertThat(part).asString().contains("code=water", "group=enterprise:gas");
      assertThat(views.find(MONTH).orElseThrow().successors()).containsOnlyKeys("water");
    } finally {
      jdbc.sql(
              "update registry.unit set valid_to = null, successor_code = null where code ="
                  + " 'water'")
          .update();
    }
  }

  @Test
  void areProposedAgainTheNextMonthWhereTheyGoOn() {
    review(scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST), "continues");

    scene.found(MONTH.plusMonths(1), SECOND);

    assertThat(views.find(MONTH.plusMonths(1)).orElseThrow().proposals())
        .extracting(Proposal::categoryCode, Proposal::hint)
        .containsExactlyInAnyOrder(tuple(WATER, "2035-11/1"), tuple(QUALITY, "2035-11/2"));
  }

  @Test
  void takeUpWhatAMatterAskedForEvenWhereNobodyChose() {
    hints.add("M20351101-000001", WATER, "停水、水压不足");
    assertThat(hints.state("M20351101-000001")).contains(new ThemeHints.State(null));
    Map<String, Object> found = scene.found(MONTH, FIRST);
    assertThat(hints.state("M20351101-000001")).contains(new ThemeHints.State(MONTH));

    close.closeTheme(TestJob.of("theme.close", found).in(FIRST));

    assertThat(themes.of(MONTH).orElseThrow().outcome()).isEqualTo("notChosen");
    scene.found(MONTH.plusMonths(1), SECOND);
    assertThat(views.find(MONTH.plusMonths(1)).orElseThrow().proposals())
        .singleElement()
        .satisfies(one -> assertThat(one.hint()).isEqualTo("M20351101-000001"));
  }

  @Test
  void endOnlyWithAReviewOnceTheyAreChosen() {
    Map<String, Object> chosen = scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);

    assertThatThrownBy(() -> review(chosen, "choose")).hasMessageContaining("复盘结论");
    assertThat(themes.of(MONTH).orElseThrow().isClosed()).isFalse();
  }

  @Test
  void showRequestsBeforeAndAfter() {
    asked(WATER, 7, MONTH.minusMonths(1));
    asked(QUALITY, 3, MONTH.minusMonths(12));
    scene.chosen(scene.found(MONTH, FIRST), choice(), FIRST);

    List<MonthRequests> requests = views.find(MONTH).orElseThrow().requests();

    assertThat(requests).hasSize(13);
    assertThat(requests.get(0).counts()).containsExactly(0, 3);
    assertThat(requests.get(11).counts()).containsExactly(7, 0);
    assertThat(requests.get(12).partial()).isTrue();
  }

  private Map<String, Object> byItself(long instance) {
    return find.findThemes(TestJob.of("theme.find", Map.of()).in(instance));
  }

  private static Map<String, Object> choice() {
    return ThemeScene.choice(MONTH, WATER, QUALITY);
  }

  private void refuses(Map<String, Object> found, String field, Object value, String why) {
    Map<String, Object> choice = new HashMap<>(choice());
    choice.put(field, value);
    assertThatThrownBy(() -> scene.chosen(found, choice, FIRST))
        .isInstanceOf(BpmnError.class)
        .hasMessageContaining(why);
  }

  private Map<String, Object> work(Map<String, Object> chosen, int unit, String outcome) {
    return recordWork.recordWork(
        TestJob.of("theme.recordWork", ThemeScene.work(chosen, unit, outcome)).in(FIRST));
  }

  private void review(Map<String, Object> chosen, String outcome) {
    Map<String, Object> variables = new HashMap<>(chosen);
    variables.put("outcome", outcome);
    variables.put("reviewNote", "复盘");
    close.closeTheme(TestJob.of("theme.close", variables).in(FIRST));
  }

  private long cancelled(long instance) {
    return registry.count(
        "select count(*) from registry.outbox where kind = 'cancelProcess' and payload ->>"
            + " 'processInstanceKey' = ?",
        String.valueOf(instance));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> about(Map<String, Object> variables) {
    return (Map<String, Object>) variables.get("theme");
  }

  private static Object reason(Map<String, Object> variables) {
    return about(variables).get("reason");
  }
}
