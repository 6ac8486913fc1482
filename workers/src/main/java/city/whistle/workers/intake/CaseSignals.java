package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Reads back the signals with which a case came. */
@Component
class CaseSignals {

  private final ObjectMapper json;

  CaseSignals(ObjectMapper json) {
    this.json = json;
  }

  Signals of(CaseFile file) {
    try {
      return json.readValue(file.signals(), Signals.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the signals of case " + file.number() + " are no JSON", e);
    }
  }
}
