/** What flow tests need outside the bridge: the simulator, folders, a webhook, and small clients that look at them. */
package org.almbridge.support;
