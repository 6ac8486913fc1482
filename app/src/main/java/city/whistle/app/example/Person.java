package city.whistle.app.example;

/**
 * Somebody on duty.
 *
 * @param name user name that tasks are assigned to
 * @param group candidate group whose tasks the person takes
 */
record Person(String name, String group) {}
