package city.whistle.console.layout;

import city.whistle.console.access.Access;
import city.whistle.console.access.CurrentPerson;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Person;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Units;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Writes pages. Whole in memory first, so that what fails while it is made isn't half sent. */
@Component
class Pages {

  static final String NOTICE = "notice";

  private static final String BASE = "city.whistle.console.";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), BASE + "template");
  private final CurrentPerson current;
  private final Access access;
  private final Accounts accounts;
  private final Navigation navigation;
  private final Units units;
  private final Assets assets;
  private final CityTime time;

  Pages(
      CurrentPerson current,
      Access access,
      Accounts accounts,
      Navigation navigation,
      Units units,
      Assets assets,
      CityTime time) {
    this.current = current;
    this.access = access;
    this.accounts = accounts;
    this.navigation = navigation;
    this.units = units;
    this.assets = assets;
    this.time = time;
  }

  void write(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(render(page, request), page.status(), response);
  }

  static void write(String html, HttpStatus status, HttpServletResponse response)
      throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  String render(Page page, HttpServletRequest request) {
    Optional<Person> person = current.in(request);
    StringOutput html = new StringOutput();
    templates.render(
        templateOf(page.getClass()),
        Map.of(
            "page",
            page,
            "shell",
            shell(person, request, page.hasForms()),
            "t",
            texts(person, request)),
        html);
    return html.toString();
  }

  /** The words of what the request is answered with. */
  Texts texts(HttpServletRequest request) {
    return texts(current.in(request), request);
  }

  private Texts texts(Optional<Person> person, HttpServletRequest request) {
    return new Texts(Languages.of(person, request), time.now());
  }

  static String templateOf(Class<?> type) {
    String folder = type.getPackageName().substring(BASE.length()).replace('.', '/');
    return folder + "/" + type.getSimpleName() + ".jte";
  }

  private Shell shell(Optional<Person> person, HttpServletRequest request, boolean hasForms) {
    String path = request.getRequestURI();
    return new Shell(
        path,
        person.map(this::who).orElse(null),
        person.map(one -> navigation.of(one, path)).orElse(List.of()),
        hasForms ? csrf(request) : null,
        assets,
        notice(request));
  }

  private Shell.Who who(Person person) {
    return new Shell.Who(
        person.id(),
        person.name(),
        parted(person, HeldRole::unitCode, units::name),
        parted(person, HeldRole::lender, accounts::nameOf),
        access.may(person, Right.CASES));
  }

  private static String parted(
      Person person, Function<HeldRole, String> what, UnaryOperator<String> name) {
    return person.roles().stream()
        .flatMap(held -> Stream.ofNullable(what.apply(held)))
        .distinct()
        .map(name)
        .collect(Collectors.joining("、"));
  }

  /** Null where the request went through no protection, as an error's may. */
  private static Shell.Csrf csrf(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return token == null
        ? null
        : new Shell.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
  }

  private static Message notice(HttpServletRequest request) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    return flash == null ? null : (Message) flash.get(NOTICE);
  }
}
