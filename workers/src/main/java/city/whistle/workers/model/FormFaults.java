package city.whistle.workers.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why nobody can answer a form as it is deployed, which may have come past the check. */
@Component
public class FormFaults {

  private final FormCheck check;

  FormFaults(FormCheck check) {
    this.check = check;
  }

  /** What it must ask for, or offer; empty where it can be answered. */
  public List<String> of(JsonNode form) {
    return check.lacks(form);
  }
}
