package city.whistle.engine.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Runs a test once with a {@link Caller} of each of the {@link Targets}. */
@ParameterizedTest(name = "{0}")
@ArgumentsSource(OnEveryTarget.Callers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OnEveryTarget {

  /** A caller each, with names that no other test has. */
  final class Callers implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
      return Targets.of(context).map(Targets.Target::caller).map(Arguments::of);
    }
  }
}
