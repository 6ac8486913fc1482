package city.whistle.console.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whistle.accounts.*}.
 *
 * @param deputyDaysMax for how many days at most a deputy is named, the first and the last counted
 * @param sessionMax after how long a sign-in ends, however much it is used
 * @param passwordSignIn whether people sign in by name and password; without it, by the provider
 *     alone
 * @param trustedProxies addresses, or ranges of them, of the proxies whose {@code X-Forwarded-*}
 *     headers are believed
 * @param oidc the city's identity provider; null for none
 */
@ConfigurationProperties("whistle.accounts")
public record AccountSettings(
    @DefaultValue("62") int deputyDaysMax,
    @DefaultValue("12h") Duration sessionMax,
    @DefaultValue("true") boolean passwordSignIn,
    @DefaultValue List<String> trustedProxies,
    OidcSettings oidc) {

  public AccountSettings {
    if (deputyDaysMax < 1) {
      throw new IllegalArgumentException(
          "whistle.accounts.deputy-days-max is %d, but a deputy is named for one day at least"
              .formatted(deputyDaysMax));
    }
    if (sessionMax.compareTo(Duration.ofMinutes(5)) < 0) {
      throw new IllegalArgumentException(
          "whistle.accounts.session-max is %s, but nobody works in less than five minutes"
              .formatted(sessionMax));
    }
    if (!passwordSignIn && oidc == null) {
      throw new IllegalArgumentException(
          "whistle.accounts.password-sign-in is false and whistle.accounts.oidc.issuer isn't set:"
              + " nobody could sign in");
    }
  }

  /** The city's identity provider, where there is one. */
  public Optional<OidcSettings> provider() {
    return Optional.ofNullable(oidc);
  }
}
