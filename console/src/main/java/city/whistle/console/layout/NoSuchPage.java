package city.whistle.console.layout;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nothing here, or nothing that the person may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPage extends RuntimeException {

  private static final long serialVersionUID = 1;
}
