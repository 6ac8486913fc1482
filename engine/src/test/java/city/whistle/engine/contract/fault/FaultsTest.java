package city.whistle.engine.contract.fault;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.loop.FaultyDatabase;
import city.whistle.engine.loop.FaultyDatabase.Fault;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * While clients use an engine, each statement that it writes with fails once, and commits fail
 * before and after they took effect. Which statements there are is seen in a round without faults;
 * it must be one at least for every table. A failure names its seed; {@code -Dfault.seed=…} plays
 * it again.
 */
@Timeout(300)
class FaultsTest {

  private static final int USERS = 3;
  private static final int COMMITS = 6;
  private static final int COMMITS_BETWEEN = 5;
  private static final int MOST_ROUNDS = 20;
  private static final Pattern TABLE = Pattern.compile("engine\\.(\\w+)");

  private final ExecutorService threads = Executors.newFixedThreadPool(USERS);
  private final List<User> users = new ArrayList<>();
  private FaultyEngine engine;
  private Random random;
  private String seed;

  @BeforeEach
  void start() throws SQLException {
    long number = Long.getLong("fault.seed", new Random().nextInt(1_000_000));
    random = new Random(number);
    seed = "-Dfault.seed=" + number;
    engine = new FaultyEngine();
    for (int i = 0; i < USERS; i++) {
      users.add(new User(engine.client(i == 0)));
    }
    users.get(0).deploy();
    List.of(Models.main(), Models.timed(), Models.large())
        .forEach(model -> engine.knows(Bpmn.convertToString(model)));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    users.forEach(User::close);
    engine.close();
  }

  @Test
  void noFaultOfTheDatabaseLosesOrDoublesAnything() throws Exception {
    round(true);
    Set<String> statements = engine.database().statements();
    assertThat(tablesOf(statements)).isEqualTo(tables());
    shuffled(statements).forEach(this::arm);
    strike();
    for (int i = 0; i < COMMITS; i++) {
      arm(Fault.BEFORE_COMMIT, i * COMMITS_BETWEEN);
      arm(Fault.AFTER_COMMIT, i * COMMITS_BETWEEN);
    }
    strike();
    everythingIsDoneJustOnce();
  }

  private List<String> shuffled(Set<String> statements) {
    List<String> shuffled = new ArrayList<>(new TreeSet<>(statements));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private void arm(String statement) {
    engine.database().arm(new Fault.OfStatement(statement), random.nextInt(2), random.nextInt(3));
  }

  private void arm(Fault fault, int toPass) {
    engine.database().arm(fault, toPass + random.nextInt(COMMITS_BETWEEN), random.nextInt(3));
  }

  /** Has the faults strike under clients that work, and looks each time at what is left. */
  private void strike() throws Exception {
    FaultyDatabase database = engine.database();
    for (int i = 0; i < MOST_ROUNDS && !database.armed().isEmpty(); i++) {
      round(database.armed().stream().anyMatch(fault -> isOfLarge(fault)));
      engine.check(seed);
    }
    assertThat(database.armed()).as("that did not strike, " + seed).isEmpty();
  }

  private static boolean isOfLarge(Fault fault) {
    return fault instanceof Fault.OfStatement one && LARGE.matcher(one.sql()).find();
  }

  /** Tables that only the large instance is in. */
  private static final Pattern LARGE = Pattern.compile("engine\\.(continuation|loop_result)");

  /** All clients do all that there is to do, side by side. */
  private void round(boolean withLarge) throws Exception {
    List<Future<?>> busy = new ArrayList<>();
    for (User user : users) {
      busy.add(threads.submit(() -> use(user, withLarge && user == users.get(0))));
    }
    for (Future<?> each : busy) {
      each.get();
    }
    while (users.get(1).isAnyOpen()) {
      users.get(1).drive();
    }
  }

  private void use(User user, boolean withLarge) {
    user.deploySomethingNew();
    user.publishToNobody();
    if (withLarge) {
      user.driveToItsEnd(user.start(Models.LARGE));
    }
    long instance = user.start(Models.MAIN);
    user.evaluate();
    engine.moveClock(Duration.ofHours(2)).exceptionally(unavailable -> null).join();
    user.driveToItsEnd(instance);
  }

  private static Set<String> tablesOf(Set<String> statements) {
    Set<String> tables = new TreeSet<>();
    for (String statement : statements) {
      Matcher matcher = TABLE.matcher(statement);
      if (matcher.find()) {
        tables.add(matcher.group(1));
      }
    }
    return tables;
  }

  private Set<String> tables() throws SQLException {
    return new TreeSet<>(
        rows(
            "select table_name from information_schema.tables"
                + " where table_schema = 'engine' and table_name not like 'flyway%'"));
  }

  private void everythingIsDoneJustOnce() throws SQLException {
    Set<String> acknowledged = new HashSet<>();
    Set<String> completed = new HashSet<>();
    users.forEach(user -> user.created().forEach(key -> acknowledged.add(key.toString())));
    users.forEach(user -> user.completed().forEach(key -> completed.add(key.toString())));
    assertThat(rows("select key from engine.process_instance where state = 'COMPLETED'"))
        .as(seed)
        .containsAll(acknowledged);
    assertThat(rows("select key from engine.job where state = 'COMPLETED'"))
        .as(seed)
        .containsAll(completed);
    Map<String, Integer> walks = new TreeMap<>();
    rows(WALKS.formatted(Models.MAIN)).forEach(walk -> walks.merge(walk, 1, Integer::sum));
    assertThat(walks).as(seed).hasSize(1);
    assertThat(walks.keySet().iterator().next())
        .isEqualTo(
            "Ask 1, Done 1, Fork 1, Item 3, Join 1, Rule 1, Start 1, Wait 1, Work 1, fault-main 1");
  }

  /** Per instance of a process, how often each of its elements was completed. */
  private static final String WALKS =
      """
      select string_agg(element_id || ' ' || times, ', ' order by element_id collate "C")
      from (
        select p.key, e.element_id, count(*) filter (where e.state = 'COMPLETED') as times
        from engine.process_instance p
        join engine.element_instance e on e.process_instance_key = p.key
        where p.bpmn_process_id = '%s'
        group by p.key, e.element_id) walked
      group by key
      """;

  private List<String> rows(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = engine.store().getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
