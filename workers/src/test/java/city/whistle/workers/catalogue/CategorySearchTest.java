package city.whistle.workers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class CategorySearchTest {

  @Autowired private CategorySearch search;

  @ParameterizedTest
  @CsvSource({
    "噪音, 社会生活噪声",
    "施工噪音, 夜间施工噪声",
    "吵, 社会生活噪声",
    "路灯不亮, 路灯照明",
    "灯坏了, 路灯照明",
    "没电, 停电、电压不稳",
    "断电, 停电、电压不稳",
    "供暖, 室温不达标",
    "暖气不热, 室温不达标",
    "物业费, 物业收费",
    "黑车, 出租车与网约车",
    "狗, 养犬管理",
    "漏水, 屋面漏雨",
    "停电 展览, 停电、电压不稳",
    "楼下烧烤店油烟太大, 餐饮油烟"
  })
  void findsWhatACallerSays(String said, String category) {
    assertThat(names(said)).contains(category);
  }

  @Test
  void putsWhatHasMostOfTheWordsFirst() {
    assertThat(names("楼前路灯照明坏了三天")).first().isEqualTo("路灯照明");
  }

  @Test
  void showsNothingBesideWhatHasEveryWord() {
    assertThat(names("夜间 施工")).containsExactly("夜间施工噪声");
  }

  @Test
  void findsByTheBeginningOfACode() {
    assertThat(search.search("0102", 12)).allMatch(path -> path.code().startsWith("0102"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ，。", "%", "nothing like it", "一"})
  void findsNothingByWhatIsInNoName(String said) {
    assertThat(names(said)).isEmpty();
  }

  @Test
  void takesAsLongATextAsAnybodyPastes() {
    assertThat(names("停电".repeat(5_000))).isNotEmpty();
  }

  private List<String> names(String said) {
    return search.search(said, 12).stream().map(CategoryPath::name).toList();
  }
}
