/** What people have to do: the list, a task with its form, drafts. */
package city.whistle.console.tasks;
