/** What all pages share: shell, navigation, words, paging, error pages. */
package city.whistle.console.layout;
