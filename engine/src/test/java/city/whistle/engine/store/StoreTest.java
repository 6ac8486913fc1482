package city.whistle.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.Continuation;
import city.whistle.engine.state.DecisionDefinition;
import city.whistle.engine.state.Deployment;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Timer;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

  private HikariDataSource database;
  private Store store;
  private final State state = new State();
  private final KeyGenerator keys = new KeyGenerator();

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabase.migrated();
    store = new Store(database);
    store.load(state, keys);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hasATableForEveryRelationOfState() {
    Mappings mappings = new Mappings();
    state.tables().forEach(table -> assertThat(mappings.of(table)).isNotNull());
    state.logs().forEach(log -> assertThat(mappings.of(log)).isNotNull());
    assertThat(mappings.tables()).hasSize(state.tables().size() + state.logs().size());
  }

  @RepeatedTest(2)
  void loadsExactlyWhatMemoryHolds() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RandomChanges changes = new RandomChanges(state, keys, random);
    for (int group = 0; group < 40; group++) {
      for (int i = random.nextInt(60); i >= 0; i--) {
        int mark = state.journal().mark();
        changes.change();
        if (random.nextInt(10) == 0) {
          state.journal().undoTo(mark);
        }
      }
      store.write(state.journal().drain(), keys.last());
    }
    assertThat(loaded()).as("seed %d", seed).isEqualTo(Snapshot.of(state));
  }

  @Test
  void loadsRowsIntoEveryTable() throws SQLException {
    RandomChanges changes = new RandomChanges(state, keys, new Random(1));
    while (state.tables().stream().anyMatch(table -> table.all().isEmpty())) {
      changes.change();
    }
    store.write(state.journal().drain(), keys.last());
    assertThat(loaded())
        .allSatisfy((table, rows) -> assertThat(rows).as("rows of " + table).isNotEmpty());
  }

  @Test
  void loadsExactlyWhatALargeGroupLeft() throws SQLException {
    RandomChanges changes = new RandomChanges(state, keys, new Random(4));
    for (int group = 0; group < 3; group++) {
      for (int i = 0; i < 2_000; i++) {
        changes.change();
      }
      store.write(state.journal().drain(), keys.last());
    }
    assertThat(loaded()).isEqualTo(Snapshot.of(state));
  }

  @Test
  void keepsTheHistoryOfWhatLeftMemory() throws SQLException {
    RandomChanges changes = new RandomChanges(state, keys, new Random(2));
    for (int i = 0; i < 5_000; i++) {
      changes.change();
    }
    store.write(state.journal().drain(), keys.last());
    assertThat(count("process_instance where state = 'COMPLETED'")).isPositive();
    assertThat(count("element_instance where ended_at is not null")).isPositive();
    assertThat(count("sequence_flow")).isPositive();
  }

  @Test
  void loadsEqualTextsAsOne() throws SQLException {
    for (int version = 1; version <= 2; version++) {
      state.resources.decisions.put(
          new DecisionDefinition(keys.next(), "time-limit", null, version, null, 1, 1));
    }
    store.write(state.journal().drain(), keys.last());
    State loaded = new State();
    new Store(database).load(loaded, new KeyGenerator());
    List<String> ids =
        loaded.resources.decisions.all().stream().map(DecisionDefinition::decisionId).toList();
    assertThat(ids.get(0)).isEqualTo("time-limit").isSameAs(ids.get(1));
  }

  @Test
  void goesOnWithTheKeysAfterTheLastOne() throws SQLException {
    state.resources.deployments.put(new Deployment(keys.next(), Instant.EPOCH));
    keys.next();
    store.write(state.journal().drain(), keys.last());
    KeyGenerator later = new KeyGenerator();
    new Store(database).load(new State(), later);
    assertThat(later.next()).isEqualTo(keys.next());
  }

  @Test
  void storesTextThatPostgresqlHasNoCharacterFor() throws SQLException {
    state.resources.deployments.put(new Deployment(keys.next(), Instant.EPOCH));
    state.continuations.put(new Continuation(keys.next(), "before\0after", "[]", 0));
    store.write(state.journal().drain(), keys.last());
    assertThat(count("continuation where steps = 'before\uFFFDafter'")).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z",
        "0044-03-15T12:00:00.001Z",
        "2026-03-29T01:30:00.123Z",
        "2300-01-01T00:00:00.001Z",
        "9999-12-31T23:59:59.999Z"
      })
  void givesTimesBackExactly(Instant time) throws SQLException {
    Deployment deployment = new Deployment(keys.next(), time);
    state.resources.deployments.put(deployment);
    store.write(state.journal().drain(), keys.last());
    assertThat(loaded().get("deployment")).containsEntry(deployment.key(), deployment);
  }

  @Test
  void storesTimesAndTextThatNobodyExpects() throws SQLException {
    for (Instant time : List.of(Instant.MIN, Instant.MAX)) {
      state.resources.deployments.put(new Deployment(keys.next(), time));
    }
    state.continuations.put(new Continuation(keys.next(), "half a character: \ud800", "[]", 0));
    store.write(state.journal().drain(), keys.last());
    assertThat(count("deployment")).isEqualTo(2);
    assertThat(count("continuation")).isOne();
  }

  @Test
  void refusesToWriteForAnEngineThatAnotherOneReplaced() throws SQLException {
    new Store(database).load(new State(), new KeyGenerator());
    state.resources.deployments.put(new Deployment(keys.next(), Instant.EPOCH));
    assertThatThrownBy(() -> store.write(state.journal().drain(), keys.last()))
        .isInstanceOf(TakenOverException.class)
        .hasMessageContaining("one engine per database");
    assertThat(count("deployment")).isZero();
  }

  @Test
  void deletesEverythingButTheKeys() throws SQLException {
    RandomChanges changes = new RandomChanges(state, keys, new Random(3));
    for (int i = 0; i < 500; i++) {
      changes.change();
    }
    store.write(state.journal().drain(), keys.last());
    store.clear(keys.last());
    KeyGenerator later = new KeyGenerator();
    State empty = new State();
    new Store(database).load(empty, later);
    assertThat(empty.tables()).allMatch(table -> table.all().isEmpty());
    assertThat(later.last()).isEqualTo(keys.last());
  }

  @Test
  void findsRowsByTheirKeysWithoutReadingTheWholeTable() throws SQLException {
    Mappings.Mapped<Timer> timers = new Mappings().of(state.timers);
    for (String statement : List.of(timers.update, timers.delete)) {
      assertThat(planOnAnEmptyTable(statement))
          .contains("timer_pkey")
          .doesNotContain("Seq Scan", "Hash Join", "Merge Join");
    }
  }

  private String planOnAnEmptyTable(String sql) throws SQLException {
    int parameters = sql.length() - sql.replace("?", "").length();
    String numbered = sql;
    for (int i = 1; i <= parameters; i++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + i);
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String planner : Store.NOT_BY_KEY) {
        statement.execute("set local " + planner + " = off");
      }
      statement.execute("prepare p as " + numbered);
      statement.execute("set local plan_cache_mode = force_generic_plan");
      String nothing = String.join(", ", Collections.nCopies(parameters, "null"));
      try (ResultSet plan = statement.executeQuery("explain execute p(" + nothing + ")")) {
        StringBuilder text = new StringBuilder();
        while (plan.next()) {
          text.append(plan.getString(1)).append('\n');
        }
        return text.toString();
      } finally {
        statement.execute("deallocate p");
      }
    }
  }

  private Map<String, Map<Long, Row>> loaded() throws SQLException {
    State other = new State();
    new Store(database).load(other, new KeyGenerator());
    return Snapshot.of(other);
  }

  private long count(String from) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from engine." + from)) {
      row.next();
      return row.getLong(1);
    }
  }
}
