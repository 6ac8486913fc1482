package city.whistle.workers.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13800001111 | 13800001111",
        "+86 138 0000 1111 | 13800001111",
        "0086-138-0000-1111 | 13800001111",
        "８６１３８００００１１１１ | 13800001111",
        "138.0000.1111 | 13800001111",
        "138\u200B0000\u200B1111 | 13800001111",
        "幺三八零零零零幺幺幺幺 | 13800001111",
        "13800001111（儿子） | 13800001111",
        "13800001111/13900002222 | 13800001111",
        "010-65121234、13800001111 | 13800001111",
        "010-65121234 | 01065121234",
        "(010)65121234 | 01065121234",
        "（010）6512 1234 | 01065121234",
        "０１０－６５１２１２３４ | 01065121234",
        "0086-10-65121234 | 01065121234",
        "65121234 | 01065121234",
        "010-65121234转801 | 01065121234-801",
        "010 65121234 分机：12 | 01065121234-12",
        "0311-8765432 ext 5 | 03118765432-5",
        "400-650-1234 | 4006501234",
        "95598 | 95598",
        "12345 | 12345",
        "010-12345 | 01012345",
        "+1 (650) 253-0000 | +16502530000",
        "00852 2345 6789 | +85223456789",
      })
  void findsTheNumberToDial(String said, String number) {
    assertThat(PhoneNumber.in(said)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"不详", "无", "-", "同上", "8765432", "请联系物业"})
  void findsNoneWhereThereIsNone(String said) {
    assertThat(PhoneNumber.in(said)).isEmpty();
  }
}
