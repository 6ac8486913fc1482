package city.whistle.workers.inlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The path by which the server answers mistakes is nobody's to ask: there is nothing there. */
@Configuration(proxyBeanMethods = false)
class ErrorPath {

  @Bean
  FilterRegistrationBean<Filter> errorPathIsNotAsked() {
    FilterRegistrationBean<Filter> filter =
        new FilterRegistrationBean<>(
            (request, response, chain) ->
                ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND));
    filter.setUrlPatterns(List.of("/error", "/error/*"));
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
