/** What is open now: immutable rows in tables, every change in the journal. */
package city.whistle.engine.state;
