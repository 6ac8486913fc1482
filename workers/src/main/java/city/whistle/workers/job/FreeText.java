package city.whistle.workers.job;

import city.whistle.workers.resident.CaseRedaction;
import city.whistle.workers.resident.ResidentVault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What people wrote into forms, as workers read it: redacted, whatever it is called, so that no
 * table keeps what leads to a person. Codes, ids and times are passed over; so is what belongs into
 * the vault as it was said.
 */
@Component
class FreeText {

  /** Words for the resident or of his, which only the vault keeps. */
  private static final Set<String> SEALED = Set.of("intake", "reply", "comment");

  /** What workers took from the registry; lists to choose from are long, and read with each job. */
  private static final Set<String> REGISTERED =
      Set.of("case", "owner", "limits", "district", "unitChoices", "categoryChoices");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:.+_-]{0,40}");
  private static final Pattern DIGITS = Pattern.compile("[^0-9]*([0-9][^0-9]*){7,}");

  private final ResidentVault vault;

  FreeText(ResidentVault vault) {
    this.vault = vault;
  }

  /** Replaces free texts in the job's variables. */
  void redact(ObjectNode variables) {
    CaseRedaction rule = vault.redaction(subject(variables));
    variables
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!SEALED.contains(name) && !REGISTERED.contains(name)) {
                variables.replace(name, redacted(rule, name, variables.get(name)));
              }
            });
  }

  private JsonNode redacted(CaseRedaction rule, String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              field -> object.replace(field, redacted(rule, field, object.get(field))));
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, redacted(rule, name, array.get(i)));
      }
    } else if (value.isTextual() && isFree(value.textValue())) {
      String text = value.textValue();
      return TextNode.valueOf(name.equals("place") ? rule.ofPlace(text) : rule.of(text));
    }
    return value;
  }

  private static boolean isFree(String text) {
    return !CODE.matcher(text).matches()
        || DIGITS.matcher(text).matches() && !isId(text) && !text.matches(".*[T:].*");
  }

  private static boolean isId(String text) {
    return id(text) != null;
  }

  /** Whose vault part tells what was given: the case's; of a whistle without one, nobody's. */
  private static UUID subject(ObjectNode variables) {
    UUID caseId = id(variables.path("caseId").asText());
    UUID whistles = id(variables.at("/whistle/caseId").asText());
    return caseId != null ? caseId : whistles != null ? whistles : new UUID(0, 0);
  }

  private static UUID id(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
