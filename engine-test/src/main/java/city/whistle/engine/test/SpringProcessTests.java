package city.whistle.engine.test;

import java.util.List;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.util.ClassUtils;

/** Has the contexts of Camunda's Spring process tests look to the engine. Spring finds it. */
final class SpringProcessTests implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    boolean isProcessTest =
        MergedAnnotations.search(SearchStrategy.TYPE_HIERARCHY)
            .withEnclosingClasses(ClassUtils::isInnerClass)
            .from(testClass)
            .isPresent(ProcessTestClasses.SPRING_ANNOTATION);
    return isProcessTest ? new EngineAddresses() : null;
  }
}
