package city.whistle.console.signin;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Sign-in by the city's identity provider: code flow with PKCE, state and nonce. */
@Component
class ProviderSignIn {

  private final OidcProvider provider;
  private final ProviderCalls calls;
  private final ProviderUsers users;
  private final SignedIn signedIn;
  private final SignInOutcome outcome;

  ProviderSignIn(
      OidcProvider provider,
      ProviderCalls calls,
      ProviderUsers users,
      SignedIn signedIn,
      SignInOutcome outcome) {
    this.provider = provider;
    this.calls = calls;
    this.users = users;
    this.signedIn = signedIn;
    this.outcome = outcome;
  }

  /** Nothing where no provider is set. */
  void addTo(HttpSecurity http) throws Exception {
    if (provider.settings().isEmpty()) {
      return;
    }
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(calls.tokens());
    http.oauth2Login(
        login ->
            login
                .loginPage(PageSecurity.SIGN_IN)
                .clientRegistrationRepository(provider::registration)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(resolver()))
                .redirectionEndpoint(back -> back.baseUri(OidcProvider.BACK + "/*"))
                .tokenEndpoint(end -> end.accessTokenResponseClient(tokens))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .successHandler(signedIn)
                .failureHandler(outcome)
                .withObjectPostProcessor(awayIsSaid()));
  }

  private OAuth2AuthorizationRequestResolver resolver() {
    DefaultOAuth2AuthorizationRequestResolver resolver =
        new DefaultOAuth2AuthorizationRequestResolver(provider::registration, OidcProvider.START);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return resolver;
  }

  private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> awayIsSaid() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(outcome);
        return filter;
      }
    };
  }

  /** Where Spring Security looks for it. */
  @Configuration(proxyBeanMethods = false)
  static class Tokens {

    /** With a key of the provider's; never by the client's secret, nor unsigned. */
    private static final List<SignatureAlgorithm> SIGNED_BY = List.of(SignatureAlgorithm.values());

    @Bean
    JwtDecoderFactory<ClientRegistration> providersTokens(ProviderCalls calls) {
      return registration -> {
        NimbusJwtDecoder decoder =
            NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                .restOperations(calls.operations())
                .jwsAlgorithms(all -> all.addAll(SIGNED_BY))
                .build();
        // by the machine's clock: the provider's day is today, whatever day is played here
        decoder.setJwtValidator(
            new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
      };
    }
  }
}
