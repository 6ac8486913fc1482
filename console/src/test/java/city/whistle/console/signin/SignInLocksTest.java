package city.whistle.console.signin;

import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.whistle.console.ConsoleTest;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** Names and addresses that are locked for a while. */
@ConsoleTest
class SignInLocksTest extends SignInScene {

  @Test
  void locksANameAfterFiveWrongAttemptsForAWhile() throws Exception {
    Person person = ready();
    for (int i = 0; i < 5; i++) {
      signIn(person.id(), "wrong").andExpect(redirectedUrl("/sign-in?wrong"));
    }
    signIn(person.id(), PASSWORD).andExpect(redirectedUrl("/sign-in?locked"));
    clock.pass(Duration.ofMinutes(1));

    signIn(person.id(), PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void locksANameThatNobodyHasAlike() throws Exception {
    for (int i = 0; i < 5; i++) {
      signIn("nobody-at-all", "wrong").andExpect(redirectedUrl("/sign-in?wrong"));
    }
    signIn("nobody-at-all", "wrong").andExpect(redirectedUrl("/sign-in?locked"));
  }

  @Test
  void locksAnAddressThatTriesManyNames() throws Exception {
    for (int i = 0; i < 50; i++) {
      signInFrom("192.0.2.7", "name-" + i);
    }

    signInFrom("192.0.2.7", "another").andExpect(redirectedUrl("/sign-in?locked"));
    signInFrom("192.0.2.8", "another").andExpect(redirectedUrl("/sign-in?wrong"));
  }

  private ResultActions signInFrom(String address, String name) throws Exception {
    return mvc.perform(
        post("/sign-in")
            .param("name", name)
            .param("password", "wrong")
            .with(csrf())
            .with(
                request -> {
                  request.setRemoteAddr(address);
                  return request;
                }));
  }

  @Test
  void liftsALockByANewLink() throws Exception {
    Person person = ready();
    for (int i = 0; i < 5; i++) {
      signIn(person.id(), "wrong");
    }
    signIn(person.id(), PASSWORD).andExpect(redirectedUrl("/sign-in?locked"));
    mvc.perform(get("/accounts/{id}", person.id()).with(as(people.with(Role.ADMIN))))
        .andExpect(content().string(containsString("已锁定")));
    choose(links.make(person.id()), PASSWORD + "!", PASSWORD + "!");

    signIn(person.id(), PASSWORD + "!").andExpect(redirectedUrl("/"));
  }
}
