package city.whistle.console.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedTest {

  @Test
  void findsTheSentenceInOurEnginesAnswer() {
    assertThat(
            Refused.sentence(
                "The transition of user task '1' (COMPLETING) was denied by a task listener. Reason: 请填写理由。"))
        .isEqualTo("请填写理由。");
  }

  @Test
  void findsTheSentenceInCamundasAnswer() {
    assertThat(
            Refused.sentence(
                "Command 'COMPLETE' rejected with code 'INVALID_STATE': Completion of the User Task with key '1'"
                    + " was denied by Task Listener. Reason to deny: '请填写理由。'"))
        .isEqualTo("请填写理由。");
  }

  @Test
  void showsAnyOtherAnswerAsItCame() {
    assertThat(Refused.sentence("Expected to complete user task, but it is in state ASSIGNING"))
        .isEqualTo("Expected to complete user task, but it is in state ASSIGNING");
  }
}
