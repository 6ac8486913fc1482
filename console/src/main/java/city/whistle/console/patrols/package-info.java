/**
 * Patrols of lanes: reported from a phone, also without network; listed; shown with their photos.
 */
package city.whistle.console.patrols;
