package org.almbridge.alert;

/**
 * What one endpoint is to be told.
 *
 * @param endpoint position in {@code bridge.alerts.endpoints}
 */
record AlertMessage(Standing standing, int endpoint) {}
