package city.whistle.workers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test over the whole module on a real PostgreSQL, without an engine: what it is asked for is
 * recorded.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RegistryTestApplication.class,
    properties = {
      "camunda.client.enabled=false",
      "whistle.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      "whistle.demo-hotline-key=" + RegistryTestApplication.API_KEY,
      "whistle.outbox-interval=PT0S",
      "whistle.compare-interval=PT0S"
    })
@AutoConfigureMockMvc
public @interface RegistryTest {}
