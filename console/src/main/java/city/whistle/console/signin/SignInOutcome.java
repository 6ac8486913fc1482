package city.whistle.console.signin;

import city.whistle.console.account.PasswordsBusy;
import city.whistle.console.audit.SignIns;
import city.whistle.console.audit.SignIns.How;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the form, which says why; what was typed isn't repeated. */
@Component
class SignInOutcome implements AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);

  /** What {@link ProviderUsers} says. */
  private static final Set<String> OURS = Set.of("noAccount", "disabled");

  private final SignIns signIns;

  SignInOutcome(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    // how often a locked name is tried, the lock bounds by itself; each line would be one more
    if (e instanceof BadCredentialsException) {
      signIns.note(typed(request), How.PASSWORD, false);
    }
    response.sendRedirect(PageSecurity.SIGN_IN + "?" + problem(e));
  }

  private static String typed(HttpServletRequest request) {
    String name = request.getParameter("name");
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  private static String problem(AuthenticationException e) {
    if (e instanceof LockedException) {
      return "locked";
    }
    if (e instanceof PasswordsBusy) {
      return "busy";
    }
    if (e instanceof BadCredentialsException) {
      return "wrong";
    }
    String code = e instanceof OAuth2AuthenticationException at ? at.getError().getErrorCode() : "";
    if (OURS.contains(code)) {
      return code;
    }
    if (code.equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
      return "denied";
    }
    LOG.warn("sign-in by the identity provider failed: {} {}", code, e.getClass().getSimpleName());
    return "provider";
  }
}
