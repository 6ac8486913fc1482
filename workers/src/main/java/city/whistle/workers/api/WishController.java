package city.whistle.workers.api;

import city.whistle.workers.intake.ResidentWishes;
import city.whistle.workers.intake.ResidentWishes.Told;
import city.whistle.workers.intake.ResidentWishes.Wish;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Passes on that a resident urges, adds something or withdraws; body {@code {"text": …,
 * "externalId": …}}, or none. With the client's own number a wish that comes again has no second
 * effect.
 */
@RestController
@RequestMapping("/api/cases/{number}")
@ResponseStatus(HttpStatus.ACCEPTED)
class WishController {

  private static final int TEXT_MAX = 10_000;
  private static final int EXTERNAL_ID_MAX = 100;

  private final ResidentWishes wishes;

  WishController(ResidentWishes wishes) {
    this.wishes = wishes;
  }

  @PostMapping("/{wish:urge|supplement|withdraw}")
  @Needs(Scope.INTAKE)
  void tell(
      @PathVariable String number,
      @PathVariable String wish,
      @RequestBody(required = false) JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Told told = read(Wish.valueOf(wish.toUpperCase(Locale.ROOT)), body);
    if (!wishes.tell(number, told, client.caller())) {
      throw new NotFound("there is no case with this number");
    }
  }

  private static Told read(Wish wish, JsonNode body) {
    RequestFields fields = RequestFields.of(body == null ? MissingNode.getInstance() : body);
    Told told =
        new Told(
            wish,
            wish == Wish.SUPPLEMENT
                ? fields.requiredText("text", TEXT_MAX)
                : fields.text("text", TEXT_MAX),
            fields.text("externalId", EXTERNAL_ID_MAX));
    fields.refuseOthers();
    fields.throwIfWrong();
    return told;
  }
}
