package city.whistle.console.access;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method of a controller that doesn't say who may call it keeps the program from starting. */
@Component
class DeclaredRights implements SmartInitializingSingleton {

  private static final String OURS = "city.whistle.console";

  private final RequestMappingHandlerMapping methods;

  DeclaredRights(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping methods) {
    this.methods = methods;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> silent =
        methods.getHandlerMethods().values().stream()
            .filter(DeclaredRights::isOurs)
            .filter(
                method ->
                    method.hasMethodAnnotation(Allowed.class)
                        == method.hasMethodAnnotation(OpenToAll.class))
            .map(HandlerMethod::toString)
            .toList();
    if (!silent.isEmpty()) {
      throw new IllegalStateException("say with @Allowed or @OpenToAll who may call " + silent);
    }
  }

  static boolean isOurs(HandlerMethod method) {
    String name = method.getBeanType().getPackageName();
    return name.equals(OURS) || name.startsWith(OURS + ".");
  }

  /** Empty where the method is open to all. */
  static Optional<Right> of(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(Allowed.class)).map(Allowed::value);
  }
}
