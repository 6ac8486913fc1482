package city.whistle.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.console.ConsoleTest;
import city.whistle.console.access.Access;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Post;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class DemonstrationStaffTest {

  @Autowired DemonstrationStaff staff;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired LanePosts lanes;
  @Autowired CityTime time;

  private final String id = "demo-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void givesALanesChiefTheTasksOfTheLane() {
    lanes.appoint("juer", Post.CHIEF, id, time.today());

    staff.make(id, "lane:juer");

    Person chief = accounts.find(id).orElseThrow();
    assertThat(chief.roles())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.role()).isEqualTo(Role.CHIEF);
              assertThat(held.unitCode()).isEqualTo("110101003");
            });
    assertThat(access.groups(chief)).containsExactly("lane:juer");
  }

  @Test
  void givesALanesStewardNoTasks() {
    staff.make(id, "steward:juer");

    assertThat(access.groups(accounts.find(id).orElseThrow())).isEmpty();
  }

  @Test
  void refusesALaneThatThereIsNot() {
    assertThatThrownBy(() -> staff.make(id, "lane:nowhere")).hasMessage("there is no lane nowhere");
  }
}
