/** Why a case's limit is when it is. */
package city.whistle.console.limits;
