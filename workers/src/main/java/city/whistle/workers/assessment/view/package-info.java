/** A month's figures as people and systems are shown them. */
package city.whistle.workers.assessment.view;
