package city.whistle.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Extents are rough, so they must be wide: who says where he is truly must not be doubted. */
@RegistryTest
class DoubtsTest {

  @Autowired private Registry registry;
  @Autowired private CaseRequestReader reader;
  @Autowired private Doubts doubts;

  /** Public places, roughly, most near a border, in each system that a map may be drawn in. */
  @ParameterizedTest
  @CsvSource({
    "110101, 39.9163, 116.3972", // Forbidden City, beside Xicheng
    "110101, 39.8645, 116.3990", // Yongdingmen, beside Fengtai
    "110102, 39.9405, 116.3553", // Xizhimen, beside Haidian
    "110102, 39.9270, 116.3320", // Zhanlanlu, beside Haidian
    "110105, 40.0799, 116.6031", // the airport's sub-district, inside Shunyi
    "110105, 39.8200, 116.4700", // Xiaohongmen
    "110106, 39.8948, 116.3217", // west station, beside Haidian and Xicheng
    "110106, 39.8000, 116.0800", // Wangzuo, beside Fangshan
    "110107, 39.9880, 116.1840", // Badachu, beside Haidian
    "110107, 39.9060, 116.0950", // Guangning, beside Mentougou
    "110108, 40.1270, 116.1500", // Shangzhuang, beside Changping
    "110108, 39.9990, 116.2755", // Summer Palace
    "110109, 39.9700, 115.4500", // Lingshan, at Hebei
    "110109, 39.9400, 116.1050", // Mentougou's town
    "110111, 39.6350, 115.5200", // Shidu
    "110111, 39.5800, 116.1900", // Liulihe
    "110112, 39.6800, 116.9300", // Yongledian, at Hebei
    "110112, 39.9200, 116.5450", // Guanzhuang's other side
    "110113, 40.0550, 116.9500", // Dasungezhuang, beside Pinggu
    "110113, 40.0200, 116.4900", // Sunhe's other side
    "110114, 40.0710, 116.4100", // Tiantongyuan, beside Chaoyang
    "110114, 40.2900, 115.8700", // Liucun's mountains
    "110115, 39.5098, 116.4105", // Daxing airport, at Hebei
    "110115, 39.8050, 116.5000", // Yizhuang, beside Chaoyang
    "110116, 41.0400, 116.6500", // Labagoumen, at Hebei
    "110116, 40.4319, 116.5704", // Mutianyu
    "110117, 40.1800, 117.3800", // Jinhaihu, at Tianjin
    "110118, 40.6560, 117.2790", // Gubeikou, at Hebei
    "110118, 40.2600, 116.7300", // Shilibao's south
    "110119, 40.3597, 116.0200", // Badaling, beside Changping
    "110119, 40.4700, 115.7800", // Kangzhuang, at Hebei
  })
  void doNotFallOnATrueAddress(String district, double latitude, double longitude) {
    for (double gcjOrBaidu : new double[] {0, 0.0062, 0.0125}) {
      assertThat(doubted(district, latitude, longitude + gcjOrBaidu)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "110102, 40.3597, 116.0200",
    "110119, 39.9163, 116.3972",
    "110117, 39.9163, 116.3972",
    "110109, 39.9163, 116.3972",
  })
  void fallOnAPointFarFromItsDistrict(String district, double latitude, double longitude) {
    assertThat(doubted(district, latitude, longitude)).containsExactly("placeOutside");
  }

  private List<String> doubted(String district, double latitude, double longitude) {
    ObjectNode body = registry.complaint();
    body.putObject("place")
        .put("districtCode", district)
        .put("latitude", latitude)
        .put("longitude", longitude);
    return doubts.of(reader.read(body));
  }
}
