package city.whistle.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** No task waits for a group that nobody can belong to. */
@ConsoleTest
class GroupsTest {

  private static final Pattern IN_MODELS =
      Pattern.compile("candidateGroups=\"=[^\"]*?&#34;([a-z-]+)&#34;");

  private static final Pattern IN_DATA =
      Pattern.compile("\"(?:decider|escalateTo)\"\\s*:\\s*\"([a-z-]+)\"");

  /** Named for a unit above, by the registry. */
  private static final Set<String> OF_UNITS =
      Set.of("district", "street", "unit", "owner", "above");

  @Autowired People people;
  @Autowired Access access;
  @Autowired LanePosts lanes;
  @Autowired CityTime time;

  @Test
  void haveARoleForEachGroupOfModelsAndData() throws IOException {
    Set<String> named = new TreeSet<>(named("processes/*.bpmn", IN_MODELS));
    named.addAll(named("data/*.json", IN_DATA));
    named.removeAll(OF_UNITS);

    assertThat(named).contains("agent", "dispatcher", "supervisor");
    assertThat(held()).containsAll(named);
  }

  @Test
  void ofALaneAreHeldByWhoIsItsChiefToday() {
    Person first = people.with(Role.CHIEF);
    Person second = people.with(Role.CHIEF);
    lanes.appoint("baiwanzhuang-north", Post.CHIEF, first.id(), time.today().minusDays(9));
    assertThat(access.groups(first)).containsExactly("lane:baiwanzhuang-north");

    lanes.appoint("baiwanzhuang-north", Post.CHIEF, second.id(), time.today());

    assertThat(access.groups(first)).isEmpty();
    assertThat(access.groups(second)).containsExactly("lane:baiwanzhuang-north");
  }

  private Set<String> held() {
    Set<String> held = new TreeSet<>();
    Stream.of(Role.values()).map(people::with).forEach(one -> held.addAll(access.groups(one)));
    held.addAll(access.groups(people.with(Role.LEAD, null)));
    return held;
  }

  private static Set<String> named(String files, Pattern pattern) throws IOException {
    Set<String> named = new TreeSet<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + files)) {
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      pattern.matcher(text).results().map(found -> found.group(1)).forEach(named::add);
    }
    return named;
  }
}
