package city.whistle.console.signin;

import city.whistle.console.account.OidcSettings;
import city.whistle.console.account.ProviderAccounts;
import city.whistle.console.account.ProviderAccounts.Claimed;
import city.whistle.console.account.ProviderAccounts.Match;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the account of whoever the identity provider says it is. */
@Component
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private final OidcProvider provider;
  private final ProviderAccounts accounts;
  private final OidcUserService asked = new OidcUserService();

  ProviderUsers(OidcProvider provider, ProviderAccounts accounts, ProviderCalls calls) {
    this.provider = provider;
    this.accounts = accounts;
    DefaultOAuth2UserService info = new DefaultOAuth2UserService();
    info.setRestOperations(calls.reading());
    asked.setOauth2UserService(info);
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcSettings settings = provider.settings().orElseThrow();
    OidcUser said = asked.loadUser(request);
    String userName = said.getClaimAsString(settings.userNameClaim());
    Match match =
        accounts.match(
            new Claimed(
                settings.issuer().toString(),
                said.getSubject(),
                Objects.requireNonNullElse(userName, ""),
                said.getFullName()),
            settings.createsAccounts());
    if (match.problem() != null) {
      throw new OAuth2AuthenticationException(new OAuth2Error(match.problem()));
    }
    return new Matched(match.id(), said.getIdToken());
  }

  /** Is called by his account's name. */
  private static final class Matched extends DefaultOidcUser {

    private static final long serialVersionUID = 1;

    private final String id;

    Matched(String id, OidcIdToken token) {
      super(List.of(), token);
      this.id = id;
    }

    @Override
    public String getName() {
      return id;
    }
  }
}
