package city.whistle.workers.api;

import city.whistle.workers.request.BodyPlaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a call through if its client's key is known and has the scope that the call needs. It looks
 * at the method that will answer, not at the path, so no way of writing a path goes round it.
 * Bodies are bounded here, too.
 */
@Component
class ApiGate implements HandlerInterceptor, WebMvcConfigurer {

  static final String KEY_HEADER = "X-API-Key";

  private static final String OURS = ApiGate.class.getPackageName();

  private final ApiClients clients;
  private final BodyPlaces large;

  ApiGate(ApiClients clients, BodyPlaces large) {
    this.clients = clients;
    this.large = large;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod call && isOurs(call)) {
      if (!call.hasMethodAnnotation(OpenToAll.class)) {
        request.setAttribute(ApiClient.ATTRIBUTE, client(request, scope(call)));
      }
      BodyLimit.check(request, bytesMax(call));
      SafeCharacters.check(request);
      if (LargeBodies.isOf(call)) {
        large.begin();
      }
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
    if (handler instanceof HandlerMethod call && isOurs(call) && LargeBodies.isOf(call)) {
      large.end();
    }
  }

  private static boolean isOurs(HandlerMethod call) {
    return call.getBeanType().getPackageName().equals(OURS);
  }

  private static int bytesMax(HandlerMethod call) {
    TakesUpTo more = call.getMethodAnnotation(TakesUpTo.class);
    return more == null ? BodyLimit.BYTES_MAX : more.value();
  }

  private static Scope scope(HandlerMethod call) {
    return Optional.ofNullable(call.getMethodAnnotation(Needs.class))
        .map(Needs::value)
        .orElseThrow(() -> new IllegalStateException("say which scope is needed for " + call));
  }

  private ApiClient client(HttpServletRequest request, Scope scope) {
    ApiClient client =
        Optional.ofNullable(request.getHeader(KEY_HEADER))
            .flatMap(clients::of)
            .orElseThrow(NoKey::new);
    if (!client.scopes().contains(scope)) {
      throw new NoScope(scope);
    }
    return client;
  }

  /** No key came, or one that nobody has. */
  static final class NoKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoKey() {
      super("send a client's key in the header " + KEY_HEADER);
    }
  }

  /** The client may do other things, but not this. */
  static final class NoScope extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Scope scope;

    NoScope(Scope scope) {
      super(
          "this call needs the scope '%s', which the client of this key doesn't have"
              .formatted(scope.wireName()));
      this.scope = scope;
    }

    Scope scope() {
      return scope;
    }
  }
}
