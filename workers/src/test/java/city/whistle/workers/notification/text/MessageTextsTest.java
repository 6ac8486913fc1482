package city.whistle.workers.notification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Recipient;
import city.whistle.workers.text.TextTemplate;
import city.whistle.workers.text.TextTemplate.Placeholder;
import java.util.Arrays;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTextsTest {

  private final MessageTexts texts = new MessageTexts();

  @ParameterizedTest
  @EnumSource
  void hasAllKindsAndNoOthersInEachLanguage(Language language) {
    Set<String> present =
        keys(language)
            .filter(key -> key.endsWith(".subject") || key.endsWith(".text"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(present).isEqualTo(wanted());
  }

  @ParameterizedTest
  @EnumSource
  void asksOnlyForWhatAKindHas(NotificationKind kind) {
    Set<String> known = new TreeSet<>(kind.parameters());
    known.addAll(Set.of(MessageTexts.NUMBER, MessageTexts.DETAIL));

    assertThat(known).containsAll(placeholders(kind).map(Placeholder::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void usesEveryParameterOfAKind(NotificationKind kind) {
    assertThat(placeholders(kind).map(Placeholder::name)).containsAll(kind.parameters());
  }

  @Test
  void hasTheSameWordsInEachLanguage() {
    assertThat(words(Language.EN)).isEqualTo(words(Language.ZH)).contains("word.other");
  }

  @Test
  void saysWhenInTheCitysTimeAndTheRecipientsLanguage() {
    Map<String, String> values =
        Map.of("number", "20260327-000001", "settleBy", "2026-04-03T02:30:00Z");

    assertThat(write(Language.ZH, values).text()).contains("4月3日 10:30");
    assertThat(write(Language.EN, values).text()).contains("3 April, 10:30");
  }

  @Test
  void namesACauseThatNobodyForesawAsAnotherReason() {
    Map<String, String> values = Map.of("number", "1", "cause", "somethingNew");

    assertThat(
            texts.write(NotificationKind.REMINDED, Recipient.Kind.UNIT, Language.ZH, values).text())
        .contains("其他原因");
  }

  @Test
  void fillsInWhatLooksLikeAPlaceholderAsItIs() {
    Map<String, String> values = Map.of("number", "1", "detail", "{settleBy:time} $1 \\");

    assertThat(
            texts
                .write(NotificationKind.CASE_REPLIED, Recipient.Kind.RESIDENT, Language.ZH, values)
                .text())
        .contains("{settleBy:time} $1 \\");
  }

  @Test
  void refusesToLeaveAGap() {
    assertThatThrownBy(() -> write(Language.ZH, Map.of("number", "1")))
        .hasMessageContaining("settleBy");
  }

  private Message write(Language language, Map<String, String> values) {
    return texts.write(NotificationKind.CASE_EXTENDED, Recipient.Kind.RESIDENT, language, values);
  }

  private static Set<String> wanted() {
    return Arrays.stream(NotificationKind.values())
        .flatMap(MessageTextsTest::keysOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> keysOf(NotificationKind kind) {
    return kind.recipients().stream()
        .map(recipient -> MessageTexts.key(kind, recipient))
        .flatMap(key -> Stream.of(key + ".subject", key + ".text"));
  }

  private static Stream<Placeholder> placeholders(NotificationKind kind) {
    return Arrays.stream(Language.values())
        .map(MessageTexts::bundle)
        .flatMap(bundle -> keysOf(kind).map(bundle::getString))
        .flatMap(text -> new TextTemplate(text).placeholders().stream());
  }

  private static Stream<String> keys(Language language) {
    ResourceBundle bundle = MessageTexts.bundle(language);
    return bundle.keySet().stream();
  }

  private static Set<String> words(Language language) {
    return keys(language)
        .filter(key -> key.startsWith("word."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
