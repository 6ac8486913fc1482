/** What units ask to have left out of the figures, before they are final. */
package city.whistle.workers.assessment.request;
