package city.whistle.engine.rest;

import city.whistle.engine.json.Json;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;

/**
 * What a request is answered with when it was done.
 *
 * @param type null where there is no content
 * @param content a text, or a value that is written as JSON
 */
record Answer(HttpStatus status, MediaType type, Object content) {

  private static final MediaType XML = MediaType.parse("text/xml; charset=utf-8");

  static final Answer NO_CONTENT = new Answer(HttpStatus.NO_CONTENT, null, null);

  static Answer json(Object value) {
    return new Answer(HttpStatus.OK, MediaType.JSON, value);
  }

  /** Camunda's client reads XML only as text. */
  static Answer xml(String xml) {
    return new Answer(HttpStatus.OK, XML, xml);
  }

  static Answer text(String text) {
    return new Answer(HttpStatus.OK, MediaType.PLAIN_TEXT_UTF_8, text);
  }

  HttpResponse toResponse(Nulls nulls) {
    if (type == null) {
      return HttpResponse.of(ResponseHeaders.of(status));
    }
    String text = type.isJson() ? Json.write(nulls.in(content)) : (String) content;
    return HttpResponse.of(status, type, HttpData.ofUtf8(text));
  }
}
