package city.whistle.console.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows errors to browsers; programs that ask for JSON get that. */
@Component
class ErrorPages implements ErrorViewResolver {

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    return path.startsWith("/api/")
        ? null
        : new ModelAndView((m, r, response) -> pages.write(ErrorPage.of(status), r, response));
  }
}
