package city.whistle.app;

import city.whistle.console.account.AccountSettings;
import city.whistle.workers.WhistleProperties;
import io.camunda.client.spring.properties.CamundaClientProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which environment variables the application reads. */
final class SettingsRead {

  /** One of each type that a setting has. */
  private static final List<String> VALUES = List.of("none", "true", "http://here:1", "PT1S", "7");

  private SettingsRead() {}

  /** Whether the variable reaches a setting of the application, or is read by itself. */
  static boolean includes(String variable) {
    return variable.equals(Database.URL_VARIABLE)
        || variable.equals(ChangeKeyCommand.NEXT_VARIABLE)
        || VALUES.stream().anyMatch(value -> reaches(variable, value));
  }

  private static boolean reaches(String variable, String value) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(source -> environment.getPropertySources().remove(source.getName()));
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(variable, value)));
    List<String> values = new ArrayList<>();
    try {
      Binder binder = Binder.get(environment);
      binder.bind("whistle", Bindable.of(WhistleProperties.class), into(values));
      binder.bind("whistle.accounts", Bindable.of(AccountSettings.class), into(values));
      binder.bind("camunda.client", Bindable.of(CamundaClientProperties.class), into(values));
    } catch (BindException wrongType) {
      // it is read, and takes another of the values
    }
    return values.stream().anyMatch(value::equalsIgnoreCase);
  }

  private static BindHandler into(List<String> values) {
    return new BindHandler() {
      @Override
      public Object onSuccess(
          ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        values.add(result.toString());
        return result;
      }
    };
  }
}
