package city.whistle.workers.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What is wrong with a case that is to be opened is said at its field. */
class CaseFieldsApiTest extends CaseOpeningTest {

  @Test
  void refusesAnEmergencyThatIsSaidToBeNone() throws Exception {
    ObjectNode body = (ObjectNode) json.readTree(body(UUID.randomUUID().toString()));
    body.withObject("/signals").put("emergency", true).put("emergencyOverruled", true);

    open(body.toString())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("signals.emergencyOverruled")));
  }

  @Test
  void namesEveryBadField() throws Exception {
    open("""
    {"channel": "pigeon", "title": 7, "content": "", "place": {"districtCode": "x"},
     "resident": {"email": "张三@例子.中国"}, "phonee": 1}\
    """)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath(
                "$.errors[*].field",
                containsInAnyOrder(
                    "externalId",
                    "channel",
                    "title",
                    "content",
                    "place.districtCode",
                    "resident.email",
                    "phonee")));
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    open("{").andExpect(status().isBadRequest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010-65121234转801",
        "（010）65121234",
        "１３８００００１１１１",
        "13800001111/13900002222",
        "不详"
      })
  void losesNoCallerForHisNumber(String phone) throws Exception {
    String body = body(UUID.randomUUID().toString()).replace("13800000000", phone);
    String number = number(open(body).andExpect(status().isCreated()));

    api.perform(
            post("/api/cases/" + number + "/resident/reveal")
                .header("X-API-Key", KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"officer\": \"agent-7\", \"reason\": \"回访\"}"))
        .andExpect(jsonPath("$.data.phone").value(phone));
  }

  @Test
  void refusesAResidentOfWhatAPatrolFound() throws Exception {
    open(body(UUID.randomUUID().toString())
            .replace("\"channel\": \"phone\"", "\"channel\": \"patrol\""))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("resident")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "externalId",
        "title",
        "content",
        "channel",
        "categoryCode",
        "place.address",
        "place.streetCode",
        "resident.name",
        "resident.phone",
        "signals.repeatOf"
      })
  void namesTheFieldThatHoldsANul(String path) throws Exception {
    ObjectNode body = (ObjectNode) json.readTree(body(UUID.randomUUID().toString()));
    ObjectNode holder = path.contains(".") ? body.withObject("/" + path.split("[.]")[0]) : body;
    holder.put(path.substring(path.indexOf('.') + 1), "a\u0000b");

    open(body.toString())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains(path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cases?unit=%00", "/api/cases/%00", "/api/units?parent=%00"})
  void refusesANulInAPath(String path) throws Exception {
    api.perform(get(URI.create(path)).header("X-API-Key", KEY))
        .andExpect(status().isUnprocessableEntity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "occurredAt | \"occurredAt\": \"2099-01-01T00:00:00+08:00\"",
        "occurredAt | \"occurredAt\": \"-4800-01-01T00:00:00+08:00\"",
        "occurredAt | \"occurredAt\": \"2026-03-01T00:00:00+18:00\"",
        "occurredAt | \"occurredAt\": \"+999999999-01-01T00:00:00+08:00\"",
      })
  void namesATimeThatCannotBe(String field, String more) throws Exception {
    open(body(UUID.randomUUID().toString()).replaceFirst("\\{", "{" + more + ","))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains(field)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "place.latitude,place.longitude | \"latitude\": 0, \"longitude\": 0",
        "place.latitude,place.longitude | \"latitude\": 48.85, \"longitude\": 2.35",
        "place.latitude | \"latitude\": 31.23, \"longitude\": 116.4",
        "place.longitude | \"latitude\": 39.93",
        "place.latitude | \"longitude\": 116.35",
        "place.latitude | \"latitude\": \"39.93\", \"longitude\": 116.35",
        "place.latitude | \"latitude\": 116.35, \"longitude\": 39.93",
        "place.coordinateSystem | \"latitude\": 39.93, \"longitude\": 116.35, \"coordinateSystem\":"
            + " \"BJ54\"",
        "place.coordinateSystem | \"coordinateSystem\": \"BD09\"",
      })
  void namesAPointThatIsNotInTheCity(String fields, String more) throws Exception {
    open(body(UUID.randomUUID().toString())
            .replaceFirst("\"place\": \\{", "\"place\": {" + more + ","))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains(fields.split(","))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B\u200B", "\u2060", "\uFEFF", "\u3000", "\u00AD", "\u3164"})
  void takesATextThatNobodySeesForNone(String text) throws Exception {
    open(body(UUID.randomUUID().toString()).replace("两栋楼长期供电不稳", text))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("content")));
  }

  @ParameterizedTest
  @CsvSource({"WGS84, 39.929986;116.345002", "GCJ02, 39.928", "BD09, 39.923"})
  void keepsAPointInOneSystem(String system, String kept) throws Exception {
    String place =
        "\"latitude\": 39.929986, \"longitude\": 116.345002, \"coordinateSystem\": \""
            + system
            + "\",";
    String number =
        number(
            open(
                body(UUID.randomUUID().toString())
                    .replaceFirst("\"place\": \\{", "\"place\": {" + place)));

    api.perform(
            post("/api/cases/" + number + "/resident/reveal")
                .header("X-API-Key", KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"officer\": \"agent-7\", \"reason\": \"核对位置\"}"))
        .andExpect(jsonPath("$.data.location", startsWith(kept.replace(';', ','))));
  }

  @Test
  void saysThatLatitudeAndLongitudeChangedPlaces() throws Exception {
    open(body(UUID.randomUUID().toString())
            .replaceFirst(
                "\"place\": \\{", "\"place\": {\"latitude\": 116.35, \"longitude\": 39.93,"))
        .andExpect(jsonPath("$.errors[0].message", containsString("changed places")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "11", "1.5", "\"2\"", "[{\"name\": \"IMG_1.jpg\"}]"})
  void saysHowPhotosAreSent(String attachments) throws Exception {
    open(body(UUID.randomUUID().toString())
            .replaceFirst("\\{", "{\"attachments\": " + attachments + ","))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("attachments")))
        .andExpect(jsonPath("$.errors[0].message", containsString("PUT /api/cases")));
  }

  @ParameterizedTest
  @CsvSource({"39.93, 116.35, false", "40.35, 116.63, true"})
  void doubtsAPointOutsideTheDistrict(double latitude, double longitude, boolean doubted)
      throws Exception {
    String place = "\"latitude\": %s, \"longitude\": %s,".formatted(latitude, longitude);
    String number =
        number(
            open(
                body(UUID.randomUUID().toString())
                    .replaceFirst("\"place\": \\{", "\"place\": {" + place)));

    api.perform(get("/api/cases/" + number).header("X-API-Key", KEY))
        .andExpect(
            doubted
                ? jsonPath("$.doubts", contains("placeOutside"))
                : jsonPath("$.doubts").doesNotExist());
  }
}
