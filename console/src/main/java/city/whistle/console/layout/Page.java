package city.whistle.console.layout;

import org.springframework.http.HttpStatus;

/**
 * What a controller returns: a record with all that its template shows, and nothing else. A record
 * {@code tasks.TasksPage} is shown by the template {@code tasks/TasksPage.jte}, whose parameters
 * are {@code page}, {@code shell} and {@code t}. A {@code …Page} is a whole page, a {@code …Part}
 * the answer to a request for a part of one.
 */
public non-sealed interface Page extends Answer {

  /** Of the answer; a form that can't be taken comes back with 422. */
  default HttpStatus status() {
    return HttpStatus.OK;
  }

  /**
   * Whether it has forms, each of which sends a token of the session along. One without makes no
   * session for a browser that has none.
   */
  default boolean hasForms() {
    return true;
  }
}
