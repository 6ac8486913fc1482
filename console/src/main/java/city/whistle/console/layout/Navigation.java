package city.whistle.console.layout;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages that have a {@link Menu}, as far as a person may open them. */
@Component
class Navigation {

  private final ObjectProvider<RequestMappingHandlerMapping> methods;
  private final Access access;
  private volatile List<Entry> all;

  Navigation(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> methods,
      Access access) {
    this.methods = methods;
    this.access = access;
  }

  List<MenuItem> of(Person person, String path) {
    return entries().stream()
        .filter(entry -> access.may(person, entry.right()))
        .map(entry -> new MenuItem(entry.key(), entry.path(), isAt(path, entry.path())))
        .toList();
  }

  private static boolean isAt(String path, String entry) {
    return path.equals(entry) || path.startsWith(entry + "/");
  }

  private List<Entry> entries() {
    if (all == null) {
      all =
          methods.getObject().getHandlerMethods().entrySet().stream()
              .filter(method -> method.getValue().hasMethodAnnotation(Menu.class))
              .flatMap(method -> entries(method.getKey(), method.getValue()))
              .sorted(Comparator.comparingInt(Entry::order))
              .toList();
    }
    return all;
  }

  private static Stream<Entry> entries(RequestMappingInfo mapping, HandlerMethod method) {
    int order = method.getMethodAnnotation(Menu.class).value();
    Right right = method.getMethodAnnotation(Allowed.class).value();
    return mapping.getDirectPaths().stream().map(path -> new Entry(order, path, right));
  }

  private record Entry(int order, String path, Right right) {

    String key() {
      return "nav." + path.substring(1);
    }
  }
}
