package city.whistle.engine.test;

import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import io.camunda.process.test.impl.runtime.CamundaProcessTestRuntimeDefaults;
import io.camunda.shaded.awaitility.Awaitility;
import java.lang.reflect.Field;
import java.time.Duration;
import sun.misc.Unsafe;

/**
 * Points Camunda Process Test's defaults to an engine. They are constants that it reads once from a
 * file, in which a free port can't stand; there is no other way to them than to set the constants.
 */
final class ProcessTestDefaults {

  private static final Duration ASSERTION_INTERVAL = Duration.ofMillis(10);

  private ProcessTestDefaults() {}

  static void pointTo(EngineUnderTest engine) {
    CamundaProcessTestRuntimeDefaults.CAMUNDA_CLIENT_BUILDER_FACTORY
        .get()
        .restAddress(engine.restAddress())
        .grpcAddress(engine.grpcAddress());
    set("REMOTE_CAMUNDA_MONITORING_API_ADDRESS", engine.managementAddress());
    set("RUNTIME_MODE", CamundaProcessTestRuntimeMode.REMOTE);
    lookSoon();
  }

  /**
   * Lets assertions look at once and again sooner: what a command did is there when it has
   * answered. So does the wait for all to be deleted, which would begin with a sleep of a quarter
   * of a second after each test.
   */
  static void lookSoon() {
    CamundaAssert.setAssertionInterval(ASSERTION_INTERVAL);
    Awaitility.setDefaultPollDelay(Duration.ZERO);
  }

  private static void set(String constant, Object value) {
    try {
      Field field = CamundaProcessTestRuntimeDefaults.class.getField(constant);
      Unsafe unsafe = unsafe();
      unsafe.putObject(unsafe.staticFieldBase(field), unsafe.staticFieldOffset(field), value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This version of Camunda Process Test has no default %s; use the one that engine-test depends on"
              .formatted(constant),
          e);
    }
  }

  private static Unsafe unsafe() throws ReflectiveOperationException {
    Field field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    return (Unsafe) field.get(null);
  }
}
