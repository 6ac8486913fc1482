package city.whistle.engine.test;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Starts the engine before the first plain process test, unless somebody chose another runtime, and
 * gives each process test class an engine as new. JUnit finds this by itself.
 *
 * <p>Camunda Process Test deletes everything after each of its tests, but nothing before the first:
 * its runtime is its own. Here other tests share it, and what they left would be taken for the
 * test's own: its people would do the tasks of somebody else's process, its workers the jobs.
 */
public final class ProcessTestListener implements TestExecutionListener {

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    if (!RuntimeMode.isChosen() && classes(plan).anyMatch(ProcessTestClasses::isPlain)) {
      ProcessTestDefaults.pointTo(EngineUnderTest.get());
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (testClass(test).filter(ProcessTestListener::wantsAFreshEngine).isPresent()) {
      EngineUnderTest.resetIfStarted();
    }
  }

  private static boolean wantsAFreshEngine(Class<?> testClass) {
    return ProcessTestClasses.isPlain(testClass) || ProcessTestClasses.isSpring(testClass);
  }

  private static Stream<Class<?>> classes(TestPlan plan) {
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .flatMap(test -> testClass(test).stream());
  }

  private static Optional<Class<?>> testClass(TestIdentifier test) {
    return test.getSource()
        .filter(ClassSource.class::isInstance)
        .map(source -> ((ClassSource) source).getJavaClass());
  }
}
