package city.whistle.console.signin;

import city.whistle.console.audit.SignIns;
import city.whistle.console.audit.SignIns.How;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Leads to what wasn't saved, else to the page that was wanted. The session keeps the account's
 * name alone, also of one whom the provider let in.
 */
@Component
class SignedIn implements AuthenticationSuccessHandler {

  static final String AT = SignedIn.class.getName() + ".at";
  static final String BY_PROVIDER = SignedIn.class.getName() + ".byProvider";

  private final KeptForms kept;
  private final RequestCache wanted;
  private final SignIns signIns;
  private final Clock clock;

  SignedIn(KeptForms kept, RequestCache wanted, SignIns signIns, Clock clock) {
    this.kept = kept;
    this.wanted = wanted;
    this.signIns = signIns;
    this.clock = clock;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    HttpSession session = request.getSession();
    session.setAttribute(AT, clock.instant());
    boolean byProvider = authentication instanceof OAuth2AuthenticationToken;
    signIns.note(authentication.getName(), byProvider ? How.PROVIDER : How.PASSWORD, true);
    if (byProvider) {
      session.setAttribute(BY_PROVIDER, true);
      keepNameAlone(authentication.getName(), request, response);
    }
    response.sendRedirect(
        kept.find(request).isPresent() ? KeptFormController.PATH : page(request, response));
  }

  private static void keepNameAlone(
      String id, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(id, null, List.of()));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  /** Without scheme and server, which a proxy may have changed. */
  private String page(HttpServletRequest request, HttpServletResponse response) {
    Optional<URI> saved =
        Optional.ofNullable(wanted.getRequest(request, response))
            .map(SavedRequest::getRedirectUrl)
            .map(URI::create);
    wanted.removeRequest(request, response);
    return saved
        .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
        .filter(path -> path.startsWith("/") && !path.startsWith("//"))
        .orElse("/");
  }
}
