/** Puts the embedded engine under Camunda Process Test. */
package city.whistle.engine.test;
