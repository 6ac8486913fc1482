/** Who waits for jobs: long polls and streams, served in the order they came. */
package city.whistle.engine.job;
