/** What can be asked of the engine: one record per command, one handler beside it. */
package city.whistle.engine.command;
