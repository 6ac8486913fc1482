/** What happens in a round: replies, extensions, events, people's steps, the archive. */
package city.whistle.workers.handling;
