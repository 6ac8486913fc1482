package city.whistle.console.signin;

import city.whistle.console.account.AccountSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a sign-in after its longest time, however much it is used. */
class SessionLimit extends OncePerRequestFilter {

  private final Duration longest;
  private final Clock clock;

  SessionLimit(AccountSettings settings, Clock clock) {
    this.longest = settings.sessionMax();
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    // one from when the clock was ahead has no end to be trusted
    if (session != null
        && session.getAttribute(SignedIn.AT) instanceof Instant at
        && Duration.between(at, clock.instant()).abs().compareTo(longest) >= 0) {
      session.invalidate();
    }
    next.doFilter(request, response);
  }
}
