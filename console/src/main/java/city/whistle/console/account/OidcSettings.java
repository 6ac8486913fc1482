package city.whistle.console.account;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whistle.accounts.oidc.*}: an identity provider that speaks OpenID Connect.
 *
 * @param issuer its address as it names itself; {@code https}, or on this machine
 * @param clientId as which Whistle is registered there
 * @param clientSecret null where a file holds it, and for a client without one
 * @param clientSecretFile null for none
 * @param name what people call it, for the button to sign in
 * @param userNameClaim the claim that is compared with an account's name at the first sign-in
 * @param createsAccounts whether somebody whom the provider knows gets an account by himself; it is
 *     without any role
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    String clientSecret,
    Path clientSecretFile,
    @DefaultValue("") String name,
    @DefaultValue("preferred_username") String userNameClaim,
    @DefaultValue("false") boolean createsAccounts) {

  private static final String PREFIX = "whistle.accounts.oidc.";

  public OidcSettings {
    if (issuer == null || issuer.getHost() == null) {
      throw new IllegalArgumentException(
          PREFIX
              + "issuer is the address of the identity provider, such as https://id.city.example");
    }
    if (!"https".equals(issuer.getScheme()) && !isHere(issuer.getHost())) {
      throw new IllegalArgumentException(
          PREFIX + "issuer is %s, but only https tells who answers there".formatted(issuer));
    }
    if (clientId == null || clientId.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + "client-id is missing: as which client Whistle is registered at " + issuer);
    }
    if (clientSecret == null && clientSecretFile != null) {
      clientSecret = read(clientSecretFile);
    }
  }

  private static boolean isHere(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static String read(Path file) {
    String secret;
    try {
      secret = Files.readString(file).strip();
    } catch (IOException e) {
      throw unusable(file, "can't be read (" + e.getClass().getSimpleName() + ")");
    }
    if (secret.isEmpty()) {
      throw unusable(file, "is empty");
    }
    return secret;
  }

  private static IllegalArgumentException unusable(Path file, String why) {
    return new IllegalArgumentException(
        PREFIX + "client-secret-file is %s, which %s".formatted(file, why));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
  }
}
