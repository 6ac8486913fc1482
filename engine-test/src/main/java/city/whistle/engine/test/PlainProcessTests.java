package city.whistle.engine.test;

import io.camunda.process.test.api.CamundaProcessTest;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Starts the engine before the first plain {@link CamundaProcessTest} class, unless somebody chose
 * another runtime. JUnit finds it by itself.
 */
public final class PlainProcessTests implements TestExecutionListener {

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    if (!RuntimeMode.isChosen() && classes(plan).anyMatch(PlainProcessTests::isProcessTest)) {
      ProcessTestDefaults.pointTo(EngineUnderTest.get());
    }
  }

  private static Stream<Class<?>> classes(TestPlan plan) {
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .map(TestIdentifier::getSource)
        .flatMap(Optional::stream)
        .filter(ClassSource.class::isInstance)
        .map(source -> ((ClassSource) source).getJavaClass());
  }

  private static boolean isProcessTest(Class<?> testClass) {
    return AnnotationSupport.isAnnotated(testClass, CamundaProcessTest.class)
        || Arrays.stream(testClass.getDeclaredFields())
            .anyMatch(field -> field.getType() == CamundaProcessTestExtension.class);
  }
}
