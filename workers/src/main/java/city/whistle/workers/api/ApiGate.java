package city.whistle.workers.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what has a client's key, or goes to a resident's own link, whose token is its key;
 * and only bodies that say their length and stay within it.
 */
@Component
class ApiGate extends OncePerRequestFilter {

  static final String KEY_HEADER = "X-API-Key";

  private static final String API = "/api/";
  private static final String RESIDENT_LINK = "/api/callbacks/";
  private static final int BODY_MAX = 256 * 1024;

  private final ApiClients clients;
  private final ObjectMapper json;

  ApiGate(ApiClients clients, ObjectMapper json) {
    this.clients = clients;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(API);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hasBody(request) && request.getContentLengthLong() < 0) {
      answer(response, HttpStatus.LENGTH_REQUIRED, "send the body with a Content-Length");
    } else if (request.getContentLengthLong() > BODY_MAX) {
      answer(response, HttpStatus.PAYLOAD_TOO_LARGE, "a body has at most " + BODY_MAX + " bytes");
    } else if (request.getRequestURI().startsWith(RESIDENT_LINK)) {
      chain.doFilter(request, response);
    } else {
      withClient(request, response, chain);
    }
  }

  private void withClient(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiClient> client =
        Optional.ofNullable(request.getHeader(KEY_HEADER)).flatMap(clients::of);
    if (client.isEmpty()) {
      answer(response, HttpStatus.UNAUTHORIZED, "send a client's key in the header " + KEY_HEADER);
      return;
    }
    request.setAttribute(ApiClient.ATTRIBUTE, client.get());
    chain.doFilter(request, response);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null;
  }

  private void answer(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getWriter(), ProblemDetail.forStatusAndDetail(status, detail));
  }
}
