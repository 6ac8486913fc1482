package city.whistle.console.people;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/**
 * Who stands in for a person, and for whom he stands in.
 *
 * @param own whether it is the person himself who looks
 * @param colleagues whom he may choose; null where he may choose anybody, by the account's name
 * @param led people for whom the one who looks may name deputies, too
 * @param daysMax for how many days at most
 */
public record DeputiesPage(
    Choice person,
    boolean own,
    List<Row> rows,
    List<Choice> colleagues,
    List<Choice> led,
    int daysMax,
    Form form,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** Somebody, as a list shows him. */
  public record Choice(String id, String name) {}

  /**
   * That somebody stands in for somebody.
   *
   * @param state {@code runs}, {@code comes}, {@code over} or {@code ended}
   * @param ends whether the one who looks may end it now
   */
  public record Row(
      String id,
      String person,
      String deputy,
      LocalDate from,
      LocalDate to,
      String state,
      boolean ends) {}

  /** What was typed; what a program left out is empty. */
  public record Form(String deputy, String from, String to) {

    static final Form EMPTY = new Form("", "", "");

    public Form {
      deputy = Objects.requireNonNullElse(deputy, "");
      from = Objects.requireNonNullElse(from, "");
      to = Objects.requireNonNullElse(to, "");
    }
  }
}
