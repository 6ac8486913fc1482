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

/** Runs a test twice, with a {@link Caller} over REST and one over gRPC. */
@ParameterizedTest(name = "{0}")
@ArgumentsSource(OverBothProtocols.Callers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OverBothProtocols {

  /** Both callers, each with names that no other test has. */
  final class Callers implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
      SharedEngine engine = SharedEngine.of(context);
      return Stream.of(true, false).map(rest -> Arguments.of(engine.caller(rest)));
    }
  }
}
