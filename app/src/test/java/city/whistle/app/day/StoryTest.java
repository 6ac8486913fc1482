package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.app.day.Story.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static final Instant FINAL = Instant.parse("2027-01-06T12:00:00Z");
  private static final Answer ANSWER = new Answer(FINAL, true, "not", "not");

  private final Story story = new Story(null);

  @Test
  void whoIsAskedAnewByLinkAndFollowsItNotHasGivenNoAnswer() {
    story.answered(ANSWER);
    story.asked();

    assertThat(story.last()).isEmpty();
    assertThat(story.wasAnswered()).isTrue();
  }

  @Test
  void whatIsLeftOutOnceAMonthIsFinalCountsInItStill() {
    story.leftOut(FINAL.plus(Duration.ofHours(1)));

    assertThat(story.isLeftOut(FINAL)).isFalse();
    assertThat(story.isLeftOut()).isTrue();
  }

  @Test
  void whatIsLeftOutTwiceIsLeftOutSinceTheFirstTime() {
    story.leftOut(FINAL.minus(Duration.ofHours(1)));
    story.leftOut(FINAL.plus(Duration.ofHours(1)));

    assertThat(story.isLeftOut(FINAL)).isTrue();
  }
}
