package city.whistle.workers.request;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What is asked again and again while a page is made, kept in its request and gone with it. A
 * request that may change something keeps nothing: it would not see what it changed.
 */
public final class OncePerRequest {

  private OncePerRequest() {}

  /**
   * What the request under way keeps under this type; empty where there is no request, or one that
   * may change something.
   *
   * @param first makes it at the request's first question
   */
  public static <T> Optional<T> kept(Class<T> type, Supplier<T> first) {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
        || !"GET".equals(request.getRequest().getMethod())) {
      return Optional.empty();
    }
    Object known = request.getRequest().getAttribute(type.getName());
    if (known == null) {
      known = first.get();
      request.getRequest().setAttribute(type.getName(), known);
    }
    return Optional.of(type.cast(known));
  }
}
