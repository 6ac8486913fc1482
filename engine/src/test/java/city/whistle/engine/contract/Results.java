package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** How tests ended that another test ran. */
final class Results implements TestExecutionListener {

  private final List<DynamicTest> ended = new ArrayList<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getThrowable().isPresent()) {
      ended.add(DynamicTest.dynamicTest(name(test), () -> rethrow(result)));
    }
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(method -> simple(method.getClassName()) + "." + method.getMethodName() + " ")
        .orElse("")
        .concat(test.getDisplayName());
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static void rethrow(TestExecutionResult result) throws Throwable {
    if (result.getThrowable().isPresent()) {
      throw result.getThrowable().get();
    }
  }

  /** One each, in their order, which ends as it did; there is at least one. */
  List<DynamicTest> asTests() {
    assertThat(ended).isNotEmpty();
    return ended;
  }
}
