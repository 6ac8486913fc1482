package city.whistle.console.signin;

import city.whistle.console.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * A form that comes after its session has ended: it is kept, its person signs in anew and sends it
 * again. Where it can't be kept, the page says so; of a task there is a draft. Anything else that
 * is not allowed is 403.
 */
@Component
class EndedSession implements AccessDeniedHandler {

  private static final Pattern TASK = Pattern.compile("(/tasks/\\d{1,18})(/.*)?");

  /** Buttons that are pressed again as easily. */
  private static final Set<String> NOTHING_TO_LOSE = Set.of(PageSecurity.SIGN_OUT, "/language");

  private final CurrentPerson current;
  private final KeptForms kept;

  EndedSession(CurrentPerson current, KeptForms kept) {
    this.current = current;
    this.kept = kept;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    boolean signedIn = current.in(request).isPresent();
    String path = request.getRequestURI();
    if (!(e instanceof CsrfException)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else if (NOTHING_TO_LOSE.contains(path)) {
      lead(request, response, signedIn ? "/" : PageSecurity.SIGN_IN);
    } else if (signedIn && path.startsWith(KeptFormController.PATH)) {
      lead(request, response, KeptFormController.PATH);
    } else if (kept.keep(request)) {
      lead(request, response, signedIn ? KeptFormController.PATH : PageSecurity.SIGN_IN + "?kept");
    } else if (signedIn) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else if (isProgram(request)) {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    } else {
      lead(request, response, whereNothingIsKept(path));
    }
  }

  /** Sent by a script of ours, which says itself that it wasn't saved. */
  private static boolean isProgram(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static String whereNothingIsKept(String path) {
    Matcher task = TASK.matcher(path);
    if (task.matches()) {
      // not signed in, the page asks for that, and is shown afterwards
      return task.group(1);
    }
    return PageSecurity.SIGN_IN + (path.equals(PageSecurity.SIGN_IN) ? "?stale" : "?ended");
  }

  /** A part of a page can't be sent elsewhere: the browser is told to go there as a whole. */
  private static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
    if (request.getHeader("HX-Request") == null) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, path);
    } else {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      response.setHeader("HX-Redirect", path);
    }
  }
}
