package city.whistle.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads and writes JSON as plain Java values: map, list, string, long, double, boolean, null. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");

  private Json() {}

  /**
   * @throws IllegalArgumentException where the text is not JSON; the message names the place
   */
  public static Object parse(String text) {
    return read(text, Object.class);
  }

  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The whole number of 64 bits that a value is, or that its text is: clients in whose language
   * numbers have fewer bits send them as text.
   */
  public static OptionalLong wholeNumber(Object value) {
    if (value instanceof Long number) {
      return OptionalLong.of(number);
    }
    if (!(value instanceof String text) || !WHOLE_NUMBER.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * What is wrong with text that could not be parsed, as the end of a sentence; nothing of the text
   * is in it.
   */
  public static String mistake(IllegalArgumentException failure) {
    if (!(failure.getCause() instanceof JsonProcessingException cause)) {
      return "";
    }
    if (cause instanceof StreamConstraintsException) {
      return ": it is nested too deeply, or has a number or name that is too long";
    }
    String why =
        cause instanceof InputCoercionException ? ": a number does not fit into 64 bits" : "";
    JsonLocation place = cause.getLocation();
    return place == null
        ? why
        : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()) + why;
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }
}
