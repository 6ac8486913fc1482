/** The photos of a case: added by those who work on it, shown to those who say why. */
package city.whistle.console.photos;
