package city.whistle.console.signin;

import city.whistle.console.account.AccountSettings;
import city.whistle.console.account.OidcSettings;
import city.whistle.workers.WhistleProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * What the identity provider says of itself. Asked for when somebody wants to sign in, not at
 * start, so that Whistle starts and passwords work while it is away.
 */
@Component
class OidcProvider {

  static final String ID = "provider";

  /** Where somebody goes to sign in, and where he comes back. */
  static final String START = "/sign-in/with";

  static final String BACK = "/sign-in/back";

  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final ParameterizedTypeReference<Map<String, Object>> CONFIGURATION =
      new ParameterizedTypeReference<>() {};

  private final Optional<OidcSettings> settings;
  private final URI publicUrl;
  private final ProviderCalls calls;
  private final Clock clock;
  private volatile Known known;

  OidcProvider(
      AccountSettings settings, WhistleProperties properties, ProviderCalls calls, Clock clock) {
    this.settings = settings.provider();
    this.publicUrl = properties.publicUrl();
    this.calls = calls;
    this.clock = clock;
  }

  Optional<OidcSettings> settings() {
    return settings;
  }

  /**
   * Null for another's id, as Spring Security wants it.
   *
   * @throws AuthenticationServiceException where the provider doesn't answer
   */
  ClientRegistration registration(String id) {
    return ID.equals(id) && settings.isPresent() ? registration(settings.get()) : null;
  }

  private ClientRegistration registration(OidcSettings provider) {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && Duration.between(last.at(), now).abs().compareTo(KEPT) < 0) {
      return last.registration();
    }
    try {
      known = new Known(discover(provider), now);
    } catch (RuntimeException e) {
      LOG.warn("the identity provider {} doesn't answer: {}", provider.issuer(), e.toString());
      if (last == null) {
        throw new AuthenticationServiceException("the identity provider doesn't answer", e);
      }
      known = new Known(last.registration(), now);
    }
    return known.registration();
  }

  private ClientRegistration discover(OidcSettings provider) {
    String issuer = provider.issuer().toString();
    String path = (issuer.endsWith("/") ? "" : "/") + ".well-known/openid-configuration";
    Map<String, Object> said =
        calls.operations().exchange(issuer + path, HttpMethod.GET, null, CONFIGURATION).getBody();
    if (said == null || !issuer.equals(String.valueOf(said.get("issuer")))) {
      throw new IllegalStateException(
          "it calls itself " + (said == null ? "" : said.get("issuer")));
    }
    ClientRegistration.Builder builder =
        ClientRegistrations.fromOidcConfiguration(said)
            .registrationId(ID)
            .clientId(provider.clientId())
            .redirectUri(publicUrl.resolve(BACK + "/" + ID).toString())
            .scope("openid", "profile");
    return provider.clientSecret() == null
        ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
        : builder.clientSecret(provider.clientSecret()).build();
  }

  /** Where somebody signs out there, too; empty where it has no such place, or is away. */
  Optional<URI> endSession() {
    try {
      return settings.flatMap(provider -> endSession(registration(provider)));
    } catch (AuthenticationServiceException away) {
      return Optional.empty();
    }
  }

  private static Optional<URI> endSession(ClientRegistration registration) {
    return Optional.ofNullable(
            registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint"))
        .map(endpoint -> URI.create(String.valueOf(endpoint)));
  }

  /** Servers to which a form of ours may lead, without asking it: to sign out there. */
  Set<String> origins() {
    Known last = known;
    return Stream.concat(
            settings.map(OidcSettings::issuer).stream(),
            last == null ? Stream.empty() : endSession(last.registration()).stream())
        .map(OidcProvider::origin)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private record Known(ClientRegistration registration, Instant at) {}
}
