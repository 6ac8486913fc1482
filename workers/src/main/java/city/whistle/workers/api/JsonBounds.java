package city.whistle.workers.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * Bounds what JSON unfolds to: in memory an empty list takes a hundred times the two characters
 * that it is sent as, so a body's length says little of its room. A name that stands twice in one
 * object is refused: which of the two was meant can't be known.
 */
@Configuration(proxyBeanMethods = false)
class JsonBounds {

  /** Names, values, and beginnings and ends of lists and objects: several times the longest. */
  static final int TOKENS_MAX = 10_000;

  @Bean
  MappingJackson2HttpMessageConverter boundedJson(ObjectMapper json) {
    return new MappingJackson2HttpMessageConverter(reading(json, TOKENS_MAX));
  }

  /**
   * One that reads as the given one does, and refuses JSON of more tokens, or with a name twice.
   */
  static ObjectMapper reading(ObjectMapper json, int tokensMax) {
    return json.copyWith(
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(tokensMax).build())
            .build());
  }
}
