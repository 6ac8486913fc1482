package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.json.JsonText;
import org.springframework.stereotype.Component;

/** Reads back the signals with which a case came. */
@Component
class CaseSignals {

  private final JsonText json;

  CaseSignals(JsonText json) {
    this.json = json;
  }

  Signals of(CaseFile file) {
    return json.read(file.signals(), Signals.class);
  }
}
