package city.whistle.workers.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.answer.ModelTasks.ModelTask;
import city.whistle.workers.answer.Question.Rows;
import city.whistle.workers.answer.WrongAnswers.Wrong;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.job.CompletionDenied;
import city.whistle.workers.job.TestJob;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.exception.JobError;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each task of the models, each field of its form, each way to fill it in wrongly: all made from
 * the forms themselves, so that a new one is held to the same.
 */
class EveryFormTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CityTime TIME =
      new CityTime(Clock.fixed(Instant.parse("2026-03-27T02:00:00Z"), ZoneOffset.UTC));
  private static final ObjectNode SHOWN =
      StockVariables.at(TIME.now(), "00000000-0000-0000-0000-000000000001");

  private final Feel feel = new Feel(TIME, JSON);

  static List<ModelTask> tasks() {
    return ModelTasks.all();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void takesWhatItAsksFor(ModelTask task) {
    assertThat(right(task)).allSatisfy(answer -> assertThat(denied(task, answer)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void asksEachFieldInOneWayOrAnother(ModelTask task) {
    Form form = Form.of(task.form());

    assertThat(form.questions())
        .allSatisfy(
            question ->
                assertThat(right(task))
                    .as(question.key())
                    .anyMatch(
                        answer ->
                            answer.at("/" + String.join("/", question.path())).size() >= 0
                                && !answer
                                    .at("/" + String.join("/", question.path()))
                                    .isMissingNode()));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void refusesWhatItDoesNotAskForWithASentence(ModelTask task) {
    List<String> taken = new ArrayList<>();
    Set<String> tried = new HashSet<>();
    for (ObjectNode right : right(task)) {
      for (Wrong wrong : new WrongAnswers(Form.of(task.form()), right).without(tried)) {
        Optional<String> sentence = denied(task, wrong.answer());
        if (sentence.filter(said -> said.contains(wrong.path()) && said.contains("。")).isEmpty()) {
          taken.add(wrong.path() + " " + wrong.what() + " " + sentence.orElse("taken"));
        }
      }
    }
    assertThat(taken).isEmpty();
  }

  /** Else whoever sends one wrong word is asked for what belongs to all the other choices. */
  @ParameterizedTest
  @MethodSource("tasks")
  void asksForNothingElseWhereAChoiceIsNone(ModelTask task) {
    List<Question> questions = Form.of(task.form()).questions();
    ObjectNode always = right(task).get(0).deepCopy();
    questions.stream()
        .filter(question -> !question.hiddenIf().isEmpty())
        .forEach(question -> RightAnswers.put(always, question, JSON.nullNode()));

    assertThat(questions)
        .filteredOn(question -> question.component().has("values") && question.hiddenIf().isEmpty())
        .allSatisfy(
            question -> {
              ObjectNode answer = always.deepCopy();
              RightAnswers.put(answer, question, JSON.createObjectNode());
              assertThat(denied(task, answer))
                  .hasValueSatisfying(
                      said -> assertThat(said).contains(question.key()).doesNotContain("；"));
            });
  }

  @Test
  void takesAsRepeatedOnlyACaseThatThereIs() {
    ModelTask task = named("ReplyWithoutDispatch");

    assertThat(denied(task, repeats("20260327-000001"))).isEmpty();
    assertThat(denied(task, repeats("20260327-999999")))
        .hasValueSatisfying(said -> assertThat(said).contains("reply.linkedCase", "不是已有的工单编号"));
  }

  @Test
  void takesNoCaseAsARepetitionOfItself() {
    ObjectNode itself = SHOWN.deepCopy();
    itself.withObjectProperty("case").put("number", "20260327-000001");

    assertThat(denied(named("ReplyWithoutDispatch"), repeats("20260327-000001"), itself))
        .hasValueSatisfying(said -> assertThat(said).contains("是本工单"));
  }

  private static ObjectNode repeats(String number) {
    ObjectNode answer = JSON.createObjectNode().put("outcome", "answered");
    answer.putObject("reply").put("linkedCase", number);
    return answer;
  }

  private static ModelTask named(String id) {
    return tasks().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void refusesVariablesOfTheProcess(ModelTask task) {
    Set<String> asked = Form.of(task.form()).variables();
    List<String> taken = new ArrayList<>();
    SHOWN
        .fieldNames()
        .forEachRemaining(
            name -> {
              ObjectNode answer = right(task).get(0).deepCopy().put(name, "other");
              if (!asked.contains(name)
                  && denied(task, answer).filter(said -> said.contains(name)).isEmpty()) {
                taken.add(name);
              }
            });
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void keepsItsOwnWordsInBothLanguages(ModelTask task) {
    assertThat(all(Form.of(task.form()).questions()))
        .filteredOn(question -> !question.property("check").isEmpty())
        .allSatisfy(
            question -> {
              assertThat(question.property("wrong")).as(question.key()).isNotBlank();
              assertThat(question.property("wrongEnglish")).as(question.key()).isNotBlank();
            });
  }

  @Test
  void neverRepeatsWhatWasSent() {
    assertThat(
            denied(
                named("SignCase"), JSON.createObjectNode().put("张三 13800000000", "李四 13900000000")))
        .hasValueSatisfying(said -> assertThat(said).doesNotContain("张三", "李四", "138", "139"));
  }

  @Test
  void looksAgainWhereTheProcessMayHaveChangedMeanwhile() {
    ShownTasks tasks = listener -> new ShownTask(JSON.createObjectNode(), SHOWN);

    assertThatThrownBy(
            () ->
                new TaskAnswers(tasks, feel, number -> true, JSON)
                    .require(
                        TestJob.of("case.recordStep", Map.of("round", 2))
                            .completing("SignCase", "staff-1")))
        .isInstanceOfSatisfying(
            JobError.class, error -> assertThat(error.getRetries()).isEqualTo(2));
  }

  private static List<Question> all(List<Question> questions) {
    return questions.stream()
        .flatMap(
            question ->
                Stream.concat(
                    Stream.of(question),
                    question instanceof Rows rows
                        ? all(rows.questions()).stream()
                        : Stream.empty()))
        .toList();
  }

  private List<ObjectNode> right(ModelTask task) {
    return new RightAnswers(
            Form.of(task.form()), StockVariables.shownBy(task, SHOWN), feel, TIME.now())
        .all();
  }

  private Optional<String> denied(ModelTask task, ObjectNode answer) {
    return denied(task, answer, SHOWN);
  }

  private Optional<String> denied(ModelTask task, ObjectNode answer, ObjectNode stock) {
    ObjectNode shown = StockVariables.shownBy(task, stock);
    ShownTasks tasks = listener -> new ShownTask(task.form(), shown);
    Map<String, Object> sent = new HashMap<>(JSON.convertValue(shown, Map.class));
    sent.putAll(JSON.convertValue(answer, Map.class));
    try {
      new TaskAnswers(tasks, feel, "20260327-000001"::equals, JSON)
          .require(TestJob.of("case.recordStep", sent).completing(task.id(), "staff-1").lastTry());
      return Optional.empty();
    } catch (CompletionDenied e) {
      return Optional.of(e.getMessage());
    }
  }
}
