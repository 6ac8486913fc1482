/**
 * Plays written examples: whole complaints, taken step by step as the hotline, the staff and the
 * resident would take them. Uses nothing but public APIs, so it also shows how to use them.
 */
package city.whistle.app.example;
