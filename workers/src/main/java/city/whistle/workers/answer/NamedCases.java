package city.whistle.workers.answer;

/** The cases that a person may name in a form: open or over, any that the registry has. */
interface NamedCases {

  boolean has(String number);
}
