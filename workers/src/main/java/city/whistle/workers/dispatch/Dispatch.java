package city.whistle.workers.dispatch;

/**
 * Variable {@code dispatch}, the result of decision {@code dispatch-catalogue} or of the
 * dispatchers' consultation.
 *
 * @param unitCode the very unit; null where kind and place decide
 * @param copyToDistrict whether the district gets a copy; null means where the owner is a
 *     sub-district
 */
record Dispatch(String unitKind, String unitCode, String level, Boolean copyToDistrict) {}
