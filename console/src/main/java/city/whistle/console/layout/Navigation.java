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
    List<Entry> open =
        entries().stream().filter(entry -> access.may(person, entry.right())).toList();
    return open.stream()
        .filter(entry -> entry.under().isEmpty())
        .map(entry -> item(entry, path, open))
        .toList();
  }

  private static MenuItem item(Entry entry, String path, List<Entry> open) {
    List<Entry> below = open.stream().filter(other -> other.under().equals(entry.path())).toList();
    List<MenuItem> under =
        below.isEmpty()
            ? List.of()
            : Stream.concat(Stream.of(entry), below.stream())
                .map(one -> new MenuItem(one.key(), one.path(), one.isAt(path), List.of()))
                .toList();
    boolean current = entry.isAt(path) || under.stream().anyMatch(MenuItem::current);
    return new MenuItem(entry.key(), entry.path(), current, under);
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
    Menu menu = method.getMethodAnnotation(Menu.class);
    Right right = method.getMethodAnnotation(Allowed.class).value();
    return mapping.getDirectPaths().stream()
        .map(path -> new Entry(menu.value(), path, menu.under(), right));
  }

  private record Entry(int order, String path, String under, Right right) {

    boolean isAt(String open) {
      return open.equals(path) || open.startsWith(path + "/");
    }

    String key() {
      return "nav." + path.substring(1);
    }
  }
}
