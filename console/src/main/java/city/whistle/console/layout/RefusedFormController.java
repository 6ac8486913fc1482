package city.whistle.console.layout;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows a form that was refused, as often as it is asked for. */
@Controller
class RefusedFormController {

  private final RefusedForms forms;

  RefusedFormController(RefusedForms forms) {
    this.forms = forms;
  }

  @GetMapping(RefusedForms.PATH + "{key}")
  @Allowed(Right.OWN_ACCOUNT)
  void show(
      @PathVariable String key,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String html = forms.find(key, person, request).orElseThrow(NoSuchPage::new);
    Pages.write(html, HttpStatus.OK, response);
  }
}
