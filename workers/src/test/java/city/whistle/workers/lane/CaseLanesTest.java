package city.whistle.workers.lane;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.place.Cell;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases find their lanes by the cell of the public grid in which they are. */
@RegistryTest
class CaseLanesTest {

  private static final String STREET = "110102009";
  private static final double LATITUDE = 39.9312346;
  private static final double LONGITUDE = 116.3387654;

  @Autowired private Registry registry;
  @Autowired private Lanes lanes;
  @Autowired private CaseLanes caseLanes;
  @Autowired private CityTime time;

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void touchNothingAnyMore() {
    made.forEach(id -> lanes.put(lane(id, id, STREET, List.of())));
  }

  @Test
  void areInTheLaneThatTouchesTheirCell() {
    String lane = lane("甲胡同", STREET);

    CaseFile file = lamp(body -> {});

    assertThat(caseLanes.of(file.id())).map(Lane::id).contains(lane);
    assertThat(caseLanes.list(List.of(lane), true, null, 10)).containsExactly(file.id());
    assertThat(caseLanes.list(List.of(lane), true, file.id(), 10)).isEmpty();
  }

  @Test
  void areInTheOneThatTheAddressNamesWhereSeveralTouchTheCell() {
    lane("乙胡同", STREET);
    String named = lane("丙胡同", STREET);

    assertThat(laneOf(lamp(body -> address(body, "丙胡同12号门前")))).contains(named);
    assertThat(laneOf(lamp(body -> address(body, "路口")))).as("is not guessed").isEmpty();
  }

  @Test
  void areInNoneOfAnotherSubDistrict() {
    lane("丁胡同", "110102001");

    assertThat(laneOf(lamp(body -> {}))).isEmpty();
  }

  @Test
  void areInNoneWhereTheyAreNobodysBusiness() {
    lane("戊胡同", STREET);

    assertThat(laneOf(lamp(body -> body.put("confidential", true)))).isEmpty();
    assertThat(laneOf(lamp(body -> body.put("kind", "report")))).isEmpty();
  }

  private Optional<String> laneOf(CaseFile file) {
    return caseLanes.of(file.id()).map(Lane::id);
  }

  private String lane(String name, String street) {
    String id = "cell-" + UUID.randomUUID().toString().substring(0, 13);
    lanes.put(lane(id, name, street, List.of(Cell.of(LATITUDE, LONGITUDE).text())));
    made.add(id);
    return id;
  }

  private Lane lane(String id, String name, String street, List<String> cells) {
    return new Lane(
        id, name, street, LaneClass.STANDARD, null, null, cells, time.today(), null, "a test");
  }

  /** A street lamp that doesn't burn, which is in public space. */
  private CaseFile lamp(Consumer<ObjectNode> change) {
    return registry.opened(
        body -> {
          body.put("categoryCode", "020401");
          body.withObject("/place").put("latitude", LATITUDE).put("longitude", LONGITUDE);
          change.accept(body);
        });
  }

  private static void address(ObjectNode body, String address) {
    body.withObject("/place").put("address", address);
  }
}
