/** The Java virtual machine that this runs on. */
package city.whistle.engine.jvm;
