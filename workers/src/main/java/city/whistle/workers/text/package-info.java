/** How texts are read, whatever characters they are written with. */
package city.whistle.workers.text;
