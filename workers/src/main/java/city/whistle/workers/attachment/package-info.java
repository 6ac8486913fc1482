/** Photos that belong to a case: taken, listed, shown to those who may see them. */
package city.whistle.workers.attachment;
