package city.whistle.console.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Calls to the identity provider: none waits long, or pages would with it. */
@Component
class ProviderCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RestTemplate operations;

  ProviderCalls() {
    this.operations =
        new RestTemplateBuilder().connectTimeout(PATIENCE).readTimeout(PATIENCE).build();
  }

  RestTemplate operations() {
    return operations;
  }

  /** For user info, whose errors the library reads. */
  RestTemplate reading() {
    RestTemplate reading = new RestTemplate(operations.getRequestFactory());
    reading.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    return reading;
  }

  /** For tokens. */
  RestClient tokens() {
    return RestClient.builder()
        .requestFactory(operations.getRequestFactory())
        .messageConverters(
            converters -> {
              converters.clear();
              converters.addAll(
                  List.of(
                      new FormHttpMessageConverter(),
                      new OAuth2AccessTokenResponseHttpMessageConverter()));
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }
}
