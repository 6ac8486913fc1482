package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StepNamesTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-04-01T09:00:00+08:00");

  private final Texts chinese = new Texts(Locale.CHINESE, NOW);
  private final Texts english = new Texts(Locale.ENGLISH, NOW);

  @Test
  void callsAStepWithoutAMessageByItsModelsEnglishName() {
    assertThat(english.step("ClassifyRequest", "分类研判")).isEqualTo("Classify request");
    assertThat(chinese.step("ClassifyRequest", "分类研判")).isEqualTo("分类研判");
  }

  @Test
  void callsAStepOfAnotherModelAsItIsNamedThere() {
    assertThat(english.step("SomebodyElsesStep", "别处的步骤")).isEqualTo("别处的步骤");
  }

  @Test
  void callsAStepInASentenceByTheReadersLanguage() {
    Message taken = Message.of("intervene.reassign.taken", Message.step("SignCase", "签收工单"), "李四");

    assertThat(english.say(taken)).contains("Sign the case", "李四").doesNotContain("签收");
    assertThat(chinese.say(taken)).contains("签收工单");
  }
}
