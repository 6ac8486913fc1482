package city.whistle.console.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers with what a controller returned: a {@link Page}, a {@link Redirect} or a {@link
 * ListFile}.
 */
@Component
class PageReturns implements WebMvcConfigurer, HandlerMethodReturnValueHandler {

  private final Pages pages;
  private final RefusedForms refused;

  PageReturns(Pages pages, RefusedForms refused) {
    this.pages = pages;
    this.refused = refused;
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(this);
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return Answer.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(
      Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
    if (value instanceof Redirect redirect) {
      redirect(redirect, request, response);
    } else if (value instanceof ListFile file) {
      send(file, request, response);
    } else {
      answer((Page) value, request, response);
    }
  }

  private void answer(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html = pages.render(page, request);
    Optional<String> elsewhere = refused.keep(page, html, request);
    if (elsewhere.isPresent()) {
      redirect(Redirect.to(elsewhere.get()), request, response);
    } else {
      Pages.write(html, page.status(), response);
    }
  }

  private void send(ListFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts t = pages.texts(request);
    try (Sheet sheet = Sheet.download(request, response, file.name())) {
      file.lines().write(sheet, t);
    }
  }

  private static void redirect(
      Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
    if (redirect.notice() != null) {
      FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
      flash.put(Pages.NOTICE, redirect.notice());
      flash.setTargetRequestPath(
          UriComponentsBuilder.fromUriString(redirect.path()).build().getPath());
      RequestContextUtils.saveOutputFlashMap(redirect.path(), request, response);
    }
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, redirect.path());
  }
}
