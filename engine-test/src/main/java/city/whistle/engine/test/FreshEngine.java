package city.whistle.engine.test;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the engine as new and leaves it so, and its methods a parameter of type {@link
 * EngineUnderTest} or {@link CamundaClient}. For tests that use the engine without Camunda Process
 * Test.
 */
public final class FreshEngine implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(FreshEngine.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    EngineUnderTest.get().reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    EngineUnderTest.get().reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == EngineUnderTest.class || type == CamundaClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EngineUnderTest.class
        ? EngineUnderTest.get()
        : context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(CamundaClient.class, type -> new OpenClient(), OpenClient.class)
            .client;
  }

  /** Closed by JUnit with the context that it was made for. */
  private static final class OpenClient implements ExtensionContext.Store.CloseableResource {

    private final CamundaClient client = EngineUnderTest.get().clientBuilder().build();

    @Override
    public void close() {
      client.close();
    }
  }
}
