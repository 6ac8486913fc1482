package city.whistle.console.signin;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Redirect;
import city.whistle.console.signin.KeptFormPage.Field;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows a form that came after its session had ended, to whoever had filled it in. */
@Controller
class KeptFormController {

  static final String PATH = "/not-saved";

  private final KeptForms kept;

  KeptFormController(KeptForms kept) {
    this.kept = kept;
  }

  @GetMapping(PATH)
  @Allowed(Right.OWN_ACCOUNT)
  Answer show(Person person, HttpServletRequest request) {
    Optional<KeptForm> form = kept.find(request);
    if (form.isEmpty()) {
      return Redirect.to("/");
    }
    Optional<Map<String, List<String>>> fields =
        form.filter(one -> one.personId().equals(person.id())).flatMap(kept::fields);
    if (fields.isEmpty()) {
      kept.forget(request);
    }
    return new KeptFormPage(
        form.get().path().split("/")[1], fields.map(KeptFormController::fields).orElse(null));
  }

  private static List<Field> fields(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(value -> new Field(one.getKey(), value)))
        .toList();
  }

  /** Has the browser send the same form to where it was meant to go. */
  @PostMapping(PATH)
  @Allowed(Right.OWN_ACCOUNT)
  void send(Person person, HttpServletRequest request, HttpServletResponse response) {
    Optional<KeptForm> form = kept.find(request).filter(one -> one.personId().equals(person.id()));
    kept.forget(request);
    response.setStatus(
        form.isPresent() ? HttpStatus.TEMPORARY_REDIRECT.value() : HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, form.map(KeptForm::path).orElse("/"));
  }

  @PostMapping(PATH + "/discard")
  @Allowed(Right.OWN_ACCOUNT)
  Answer discard(HttpServletRequest request) {
    kept.forget(request);
    return Redirect.to("/").saying("kept.discarded");
  }
}
