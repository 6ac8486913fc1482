package city.whistle.workers.answer;

import city.whistle.workers.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** The registry's cases, by number. */
@Component
class RegisteredCases implements NamedCases {

  private final CaseFiles cases;

  RegisteredCases(CaseFiles cases) {
    this.cases = cases;
  }

  @Override
  public boolean has(String number) {
    return cases.byNumber(number).isPresent();
  }
}
