/** The jobs of processes {@code monthly-assessment} and {@code exclusion-request}. */
package city.whistle.workers.assessment.work;
