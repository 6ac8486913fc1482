package city.whistle.console.signin;

import city.whistle.console.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * A form that comes after its session has ended: its person signs in anew, and is back at the task,
 * where the draft is. Anything else that is not allowed is 403.
 */
@Component
class EndedSession implements AccessDeniedHandler {

  private static final Pattern TASK = Pattern.compile("(/tasks/\\d{1,18})(/.*)?");

  private final CurrentPerson current;

  EndedSession(CurrentPerson current) {
    this.current = current;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (!(e instanceof CsrfException) || current.in(request).isPresent()) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    Matcher task = TASK.matcher(request.getRequestURI());
    response.setStatus(HttpStatus.SEE_OTHER.value());
    // not signed in, a page asks for that, and is shown afterwards
    response.setHeader(
        "Location", task.matches() ? task.group(1) : PageSecurity.SIGN_IN + "?ended");
  }
}
