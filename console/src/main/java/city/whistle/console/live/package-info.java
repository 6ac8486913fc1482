/** Tells open pages that something changed, so that they fetch their part anew. */
package city.whistle.console.live;
