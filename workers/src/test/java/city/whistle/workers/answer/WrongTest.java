package city.whistle.workers.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongTest {

  @Test
  void saysToPeopleInTheirLanguageWithoutProgramsNames() {
    ObjectNode component = JsonNodeFactory.instance.objectNode().put("label", "说明");
    component.putObject("properties").put("labelEnglish", "Note");
    Question note = new Question.Field(List.of("part", "note"), component);

    Wrong wrong =
        Wrong.of(
            new Problem(
                note.label(), note.labelEnglish(), note.key(), Fault.of("tooLong", "max", 500)));

    assertThat(wrong.chinese()).isEqualTo(new Wrong.Words("说明", "最多 500 字"));
    assertThat(wrong.english()).isEqualTo(new Wrong.Words("Note", "Takes at most 500 characters"));
  }

  @Test
  void namesNothingThatIsNoFieldOfTheForm() {
    Wrong wrong = Wrong.of(Problem.unknown("caseId", Fault.of("unknown")));

    assertThat(wrong.chinese().label()).isEmpty();
    assertThat(wrong.chinese().sentence()).doesNotContain("caseId");
    assertThat(wrong.english().label()).isEmpty();
  }

  @Test
  void saysSomethingWhereTheFormHasNoWordsForItsRule() {
    assertThat(Wrong.of(new Problem("说明", "", "note", Fault.inWords("", ""))).english().sentence())
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void hasWordsForPeopleForEachFault(String language) {
    ResourceBundle people =
        ResourceBundle.getBundle(Sentences.PEOPLE, Locale.forLanguageTag(language));

    assertThat(people.keySet()).containsAll(Sentences.bundle(Locale.UK).keySet());
  }
}
