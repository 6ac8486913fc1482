package city.whistle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing of ours runs in the common pool, neither program nor tests. It has as many threads as the
 * machine has processors less one, and JDK 25 uses it even where that is one: whatever waits there
 * keeps all others waiting, perhaps for ever.
 */
class CommonPoolTest {

  private static final List<String> MODULES = List.of("engine", "engine-test", "workers", "app");

  private static final ArchRule NOTHING_RUNS_IN_THE_COMMON_POOL =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "runs something in the common pool", CommonPoolTest::usesCommonPool))
          .because("asynchronous stages name an executor, and streams are walked in turn");

  private static boolean usesCommonPool(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    String name = target.getName();
    return name.equals("parallelStream")
        || name.equals("parallel") && target.getOwner().isAssignableTo(Stream.class)
        || name.equals("commonPool") && target.getOwner().isEquivalentTo(ForkJoinPool.class)
        || name.endsWith("Async")
            && target.getOwner().isAssignableTo(CompletionStage.class)
            && target.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Executor.class));
  }

  @Test
  void nothingRunsInTheCommonPool() {
    Path[] compiled =
        MODULES.stream()
            .flatMap(module -> Stream.of("classes", "test-classes").map(kind -> in(module, kind)))
            .filter(Files::isDirectory)
            .toArray(Path[]::new);
    assertThat(compiled).contains(in("app", "classes"), in("app", "test-classes"));
    JavaClasses classes = new ClassFileImporter().importPaths(compiled);

    NOTHING_RUNS_IN_THE_COMMON_POOL.check(classes);
  }

  private static Path in(String module, String kind) {
    return Path.of("..", module, "target", kind);
  }
}
