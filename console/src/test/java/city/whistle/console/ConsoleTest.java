package city.whistle.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** A test over the pages, the workers and the engine, on a real PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = ConsoleTestApplication.class,
    properties = {
      "whistle.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      "whistle.demo-hotline-key=" + ConsoleTestApplication.API_KEY
    })
@AutoConfigureMockMvc
public @interface ConsoleTest {}
