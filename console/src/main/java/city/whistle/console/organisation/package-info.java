/** Organisation, rota and catalogue as files: fetched, brought, looked at, imported. */
package city.whistle.console.organisation;
