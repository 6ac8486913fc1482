/**
 * Makes of the bytes that a client sends a picture that can be kept: looked at, and nothing more.
 */
package city.whistle.workers.photo;
