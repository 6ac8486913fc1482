package city.whistle.console.signin;

import java.io.Serializable;

/**
 * A form that came after its session had ended.
 *
 * @param personId who had loaded it
 * @param path where it was sent
 * @param sealed its fields
 */
record KeptForm(String personId, String path, byte[] sealed) implements Serializable {}
