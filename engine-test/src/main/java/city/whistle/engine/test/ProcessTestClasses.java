package city.whistle.engine.test;

import io.camunda.process.test.api.CamundaProcessTest;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Which test classes are Camunda Process Test's. */
final class ProcessTestClasses {

  static final String SPRING_ANNOTATION = "io.camunda.process.test.api.CamundaSpringProcessTest";

  private ProcessTestClasses() {}

  static boolean isPlain(Class<?> testClass) {
    return isAnnotated(testClass, CamundaProcessTest.class)
        || any(testClass, ProcessTestClasses::hasExtension);
  }

  static boolean isSpring(Class<?> testClass) {
    return springAnnotation().filter(annotation -> isAnnotated(testClass, annotation)).isPresent();
  }

  private static boolean hasExtension(Class<?> testClass) {
    return Arrays.stream(testClass.getDeclaredFields())
        .anyMatch(field -> field.getType() == CamundaProcessTestExtension.class);
  }

  /** Empty where only plain Camunda Process Test is on the class path. */
  private static Optional<Class<? extends Annotation>> springAnnotation() {
    return ReflectionSupport.tryToLoadClass(SPRING_ANNOTATION)
        .toOptional()
        .map(annotation -> annotation.asSubclass(Annotation.class));
  }

  private static boolean isAnnotated(Class<?> testClass, Class<? extends Annotation> annotation) {
    return any(testClass, type -> AnnotationSupport.isAnnotated(type, annotation));
  }

  private static boolean any(Class<?> testClass, Predicate<Class<?>> condition) {
    return Stream.<Class<?>>iterate(testClass, Objects::nonNull, Class::getSuperclass)
        .anyMatch(condition);
  }
}
