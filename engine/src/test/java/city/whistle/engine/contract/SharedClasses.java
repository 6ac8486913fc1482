package city.whistle.engine.contract;

import java.util.List;

/**
 * What contract tests with another client share with the tests that start them: JUnit with what is
 * around it and the engine, which keeps the client that it was built with. Of the rest they see
 * nothing but the JDK.
 */
final class SharedClasses extends ClassLoader {

  private static final List<String> SHARED =
      List.of(
          "city.whistle.",
          "org.junit.",
          "org.opentest4j.",
          "org.assertj.",
          "org.awaitility.",
          "org.slf4j.");

  private static final String TESTS = SharedClasses.class.getPackageName() + ".";

  private final ClassLoader all = SharedClasses.class.getClassLoader();

  SharedClasses() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(TESTS) || SHARED.stream().noneMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    return all.loadClass(name);
  }
}
