package city.whistle.workers.answer;

import city.whistle.workers.answer.ModelTasks.ModelTask;
import city.whistle.workers.answer.WrongAnswers.Wrong;
import city.whistle.workers.calendar.CityTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Answers to a task of the models for tests that ask an engine, which takes its time. */
public final class AnswersOf {

  /** One of so many wrong answers; {@link EveryFormTest} tries them all. */
  private static final int ONE_OF = 4;

  private final CityTime time;

  public AnswersOf(CityTime time) {
    this.time = time;
  }

  public ObjectNode right(ModelTask task, ObjectNode shown) {
    return new RightAnswers(
            Form.of(task.form()), shown, new Feel(time, new ObjectMapper()), time.now())
        .all()
        .get(0);
  }

  /** But for such as no engine keeps. */
  public List<ObjectNode> wrong(ModelTask task, ObjectNode shown) {
    List<Wrong> all =
        new WrongAnswers(Form.of(task.form()), right(task, shown))
            .all().stream()
                .filter(wrong -> !wrong.answer().toString().contains("\\u0000"))
                .toList();
    return IntStream.range(0, all.size())
        .filter(i -> i % ONE_OF == 0 || i == all.size() - 1)
        .mapToObj(i -> all.get(i).answer())
        .toList();
  }
}
