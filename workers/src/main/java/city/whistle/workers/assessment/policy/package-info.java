/** What policy may change of the monthly assessment: dated sets, each with its sources. */
package city.whistle.workers.assessment.policy;
