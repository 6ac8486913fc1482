package city.whistle.console.signin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.MovedClock;
import city.whistle.console.People;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.PasswordLinks;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** People and the page at which they sign in. */
abstract class SignInScene {

  static final String PASSWORD = "correct horse battery";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired PasswordLinks links;
  @Autowired Accounts accounts;
  @Autowired MovedClock clock;

  Person ready() {
    Person person = people.with(Role.AGENT);
    try {
      choose(links.make(person.id()), PASSWORD, PASSWORD).andExpect(status().isSeeOther());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return person;
  }

  ResultActions choose(String link, String password, String again) throws Exception {
    return mvc.perform(post(link).param("password", password).param("again", again).with(csrf()));
  }

  ResultActions signIn(String name, String password) throws Exception {
    return mvc.perform(formLogin("/sign-in").userParameter("name").user(name).password(password));
  }
}
