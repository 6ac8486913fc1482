package city.whistle.console.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method's page stands in the navigation of everybody who has its right, under the message
 * {@code nav.<path>}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Menu {

  /** Its place: lower comes first. */
  int value();

  /** Path of the page that it belongs to: it is shown while that or one of its like is open. */
  String under() default "";
}
