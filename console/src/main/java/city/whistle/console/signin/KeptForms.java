package city.whistle.console.signin;

import city.whistle.console.layout.Sealing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Keeps a form that was sent after its session had ended, sealed, in the browser's next session, so
 * that its person sends it again when he has signed in (docs/adr/0027). One at most, and no longer
 * than that session. Nothing is kept that another site may have sent, and no password.
 */
@Component
class KeptForms {

  /** The field by which a page's form says who had loaded it. */
  static final String PERSON = "_person";

  private static final String ATTRIBUTE = KeptForms.class.getName();
  private static final String PURPOSE = "console.keptForm";
  private static final String PASSWORD = "password";
  private static final Set<String> OURS = Set.of("_csrf", PERSON);

  /** As much as the longest of our forms, several times over. */
  private static final int LENGTH_MAX = 200_000;

  private static final TypeReference<TreeMap<String, List<String>>> FIELDS =
      new TypeReference<>() {};

  private final Sealing sealing;
  private final ObjectMapper json;

  KeptForms(Sealing sealing, ObjectMapper json) {
    this.sealing = sealing;
    this.json = json;
  }

  /** False where it can't be kept. */
  boolean keep(HttpServletRequest request) {
    String person = request.getParameter(PERSON);
    if (person == null
        || request.getRequestURI().startsWith(KeptFormController.PATH)
        || !isForm(request)
        || !isFromHere(request)
        || hasPassword(request)) {
      return false;
    }
    Map<String, List<String>> fields = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name)) {
                fields.put(name, List.of(values));
              }
            });
    String text = write(fields);
    if (text.length() > LENGTH_MAX) {
      return false;
    }
    String path = request.getRequestURI();
    byte[] sealed = sealing.seal(PURPOSE, label(person, path), text);
    request.getSession().setAttribute(ATTRIBUTE, new KeptForm(person, path, sealed));
    return true;
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return HttpMethod.POST.matches(request.getMethod())
        && (type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
  }

  /**
   * The session's cookie comes with no other site's form, and browsers say where a form is from.
   */
  private static boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getRequestedSessionId() != null && (site == null || site.equals("same-origin"));
  }

  private static boolean hasPassword(HttpServletRequest request) {
    return request.getParameterMap().containsKey(PASSWORD);
  }

  Optional<KeptForm> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return Optional.ofNullable(session == null ? null : (KeptForm) session.getAttribute(ATTRIBUTE));
  }

  void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  /** The form's fields; empty where they can't be opened any more. */
  Optional<Map<String, List<String>>> fields(KeptForm form) {
    return sealing
        .open(PURPOSE, label(form.personId(), form.path()), form.sealed())
        .map(this::read);
  }

  private static String label(String personId, String path) {
    return personId + " " + path;
  }

  private String write(Map<String, List<String>> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, List<String>> read(String text) {
    try {
      return json.readValue(text, FIELDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept form is no JSON", e);
    }
  }
}
