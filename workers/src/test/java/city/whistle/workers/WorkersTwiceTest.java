package city.whistle.workers;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.assessment.AssessmentScene;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.patrol.PatrolScene;
import city.whistle.workers.theme.ThemeScene;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An engine hands a job out at least once. Whichever worker gets its job again, an hour later, the
 * whole registry stays as the first time left it, and the answer is the first one.
 */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkersTwiceTest {

  /** They look something up for a task, and write nothing. */
  private static final Set<String> READERS = Set.of("dispatch.findUnits", "patrol.checkAnswer");

  private static final Duration LATER = Duration.ofHours(1);

  private final AllWorkers workers;
  private final Map<String, Supplier<TestJob>> scenes;
  private final SteppedClock clock;
  private final JdbcClient jdbc;
  private final String versions;
  private final Map<Version, String> digests = new HashMap<>();

  @Autowired
  WorkersTwiceTest(
      ApplicationContext context,
      Registry registry,
      AssessmentScene months,
      PatrolScene patrols,
      ThemeScene themes,
      SteppedClock clock,
      JdbcClient jdbc) {
    this.workers = new AllWorkers(context);
    this.scenes = new HashMap<>(new JobScenes(registry, workers).all());
    scenes.putAll(new AssessmentScenes(months, workers).all());
    scenes.putAll(new PatrolScenes(patrols).all());
    scenes.putAll(new ThemeScenes(themes).all());
    this.clock = clock;
    this.jdbc = jdbc;
    this.versions = versions(jdbc);
  }

  @Test
  void coversEveryWorkerThereIs() {
    assertThat(scenes).containsOnlyKeys(workers.types().toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("types")
  void hasItsEffectOnce(String type) {
    TestJob job = scenes.get(type).get();
    Map<String, String> before = registry();

    Map<String, Object> first = workers.work(job);
    Map<String, String> after = registry();
    clock.add(LATER);
    Map<String, Object> second = workers.work(job.again());

    assertThat(!after.equals(before))
        .as("the first time has an effect")
        .isEqualTo(!READERS.contains(type));
    assertThat(registry()).as("the second time has none").isEqualTo(after);
    assertThat(second).isEqualTo(first);
  }

  Set<String> types() {
    return workers.types();
  }

  /** A digest of every table's rows. */
  private Map<String, String> registry() {
    return jdbc
        .sql(versions)
        .query((row, number) -> new Version(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Version::table, v -> digests.computeIfAbsent(v, this::digest)));
  }

  private String digest(Version version) {
    return jdbc.sql(
            "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from registry."
                + version.table
                + " t")
        .query(String.class)
        .single();
  }

  /**
   * Asks for the version of every table, with its parts, which come and go; how many cases there
   * are is added up at any time.
   */
  private static String versions(JdbcClient jdbc) {
    return jdbc
        .sql(
            """
            select relname from pg_class where relnamespace = 'registry'::regnamespace and relkind in ('r', 'p')
              and not relispartition and relname not like 'case_count%'\
            """)
        .query(String.class)
        .stream()
        .map(
            "select '%1$s', concat(count(*), ' ', sum(xmin::text::bigint)) from registry.%1$s"
                ::formatted)
        .collect(Collectors.joining(" union all "));
  }

  /**
   * Changes with each row that is written or deleted, since what writes a row is newer than all
   * that wrote one before: a table that keeps it isn't read again.
   */
  private record Version(String table, String rows) {}
}
