package city.whistle.workers.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "请回电13800001111,请回电***",
    "请回电138 0000 1111谢谢,请回电***谢谢",
    "请回电138-0000-1111谢谢,请回电***谢谢",
    "请回电+86 13800001111,请回电***",
    "座机010-66001234无人接听,座机***无人接听",
    "身份证11010219900101123X被登记,身份证***被登记",
    "写信到 li.si@example.org 即可,写信到 *** 即可",
    "42号楼停电,***号楼停电",
    "四十二号楼停电,***号楼停电",
    "42、46号楼停电,***号楼停电",
    "3单元501室漏水,***单元***室漏水",
    "A座电梯故障,***座电梯故障",
    "请回电１３８００００１１１１,请回电***",
  })
  void takesOut(String title, String redacted) {
    assertThat(Redaction.of(title)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource({"地铁1号线晚点", "2026年暖气不热", "一座桥断了", "展览路街道供电问题"})
  void leaves(String title) {
    assertThat(Redaction.of(title)).isEqualTo(title);
  }

  @Test
  void takesOutWhatTheResidentGave() {
    assertThat(Redaction.of("李某某反映阜外小区停电", "李某某", null, "", "阜外小区")).isEqualTo("***反映***停电");
  }
}
