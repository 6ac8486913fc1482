package city.whistle.console.signin;

import city.whistle.console.account.OidcSettings;
import city.whistle.workers.WhistleProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads to the form to sign in; where the provider let somebody in, by way of signing out there,
 * else the next at the same machine were in without being asked. Tells the provider as which client
 * alone: a token in an address would tell who somebody is.
 */
@Component
class SignedOut implements LogoutHandler, LogoutSuccessHandler {

  private final OidcProvider provider;
  private final URI publicUrl;

  SignedOut(OidcProvider provider, WhistleProperties properties) {
    this.provider = provider;
    this.publicUrl = properties.publicUrl();
  }

  /** Before the session is gone. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SignedIn.BY_PROVIDER) != null) {
      request.setAttribute(SignedIn.BY_PROVIDER, true);
    }
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    response.sendRedirect(
        request.getAttribute(SignedIn.BY_PROVIDER) == null
            ? PageSecurity.SIGN_IN
            : atProvider().orElse(PageSecurity.SIGN_IN));
  }

  private Optional<String> atProvider() {
    String clientId = provider.settings().map(OidcSettings::clientId).orElse("");
    return provider
        .endSession()
        .map(
            endpoint ->
                UriComponentsBuilder.fromUri(endpoint)
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(clientId, publicUrl.resolve(PageSecurity.SIGN_IN))
                    .toUriString());
  }
}
