package city.whistle.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.RegistryTestApplication;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.SimilarCases.Similar;
import city.whistle.workers.intake.SimilarCases.Sought;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Cases without a point are found by the words of their title and address. */
@RegistryTest
class SimilarWordsTest {

  private static final String STREET = "110102003";

  @Autowired private Registry registry;
  @Autowired private SimilarCases similar;
  @Autowired private MockMvc http;

  @Test
  void putWhatSaysMuchTheSameBeforeWhatIsNewer() {
    CaseFile first = open("月坛北街锅炉房夜里噪声很大", "月坛北街12号院");
    CaseFile newer = open("南礼士路早市占道", null);

    List<Similar> found = similar.open(sought("锅炉房夜里噪声扰民", "月坛北街十二号院"));

    assertThat(found).extracting(Similar::number).startsWith(first.number(), newer.number());
    assertThat(found).extracting(Similar::alike).startsWith(true, false);
  }

  @Test
  void takeFewSharedWordsForNothing() {
    open("地安门外大街公厕没有水", null);

    assertThat(similar.open(sought("大街上有积水", null))).extracting(Similar::alike).containsOnly(false);
  }

  @Test
  void showNoConfidentialOneWhateverItSays() {
    CaseFile secret =
        registry.opened(
            body -> {
              body.put("title", "楼上邻居养鸽子臭味大").put("confidential", true);
              body.withObject("place").put("streetCode", STREET);
            });

    assertThat(similar.open(sought("楼上邻居养鸽子臭味大", null)))
        .extracting(Similar::number)
        .doesNotContain(secret.number());
  }

  @Test
  void sayWhatIsWrongWithAQuestion() throws Exception {
    http.perform(
            post("/api/similar-cases")
                .header("X-API-Key", RegistryTestApplication.API_KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"place\": {\"districtCode\": \"1\"}, \"phone\": \"1\"}"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors.length()").value(3));
  }

  private CaseFile open(String title, String address) {
    return registry.opened(
        body -> {
          body.put("title", title);
          body.withObject("place").put("streetCode", STREET);
          if (address != null) {
            body.withObject("place").put("address", address);
          }
        });
  }

  private static Sought sought(String title, String address) {
    return new Sought("010204", "110102", STREET, address, title);
  }
}
