package city.whistle.console.access;

import city.whistle.console.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a request through if its person has the right that the method needs. It looks at the method
 * that will answer, not at the path, so no way of writing a path goes round it. Methods get the
 * person as a parameter of type {@link Person}.
 */
@Component
class AccessGate implements HandlerInterceptor, WebMvcConfigurer, HandlerMethodArgumentResolver {

  private final CurrentPerson current;
  private final ActingFor acting;

  AccessGate(CurrentPerson current, ActingFor acting) {
    this.current = current;
    this.acting = acting;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && DeclaredRights.isOurs(method)) {
      DeclaredRights.of(method).ifPresent(right -> require(request, right));
    }
    return true;
  }

  private void require(HttpServletRequest request, Right right) {
    Person person =
        current
            .in(request)
            .orElseThrow(
                () -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    if (!right.isOf(person)) {
      throw new AccessDeniedException("this needs the right " + right);
    }
    acting.uses(request, person, right);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Person.class;
  }

  @Override
  public Person resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binder) {
    return current.in(request.getNativeRequest(HttpServletRequest.class)).orElseThrow();
  }
}
