/** XML from anybody, checked before any parser sees it. */
package city.whistle.engine.xml;
