/**
 * What people answer in tasks' forms, held against the forms' own rules before it becomes part of a
 * process.
 */
package city.whistle.workers.answer;
