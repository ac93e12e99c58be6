/** Signs what is sent by HTTP to systems of the operator's own, as standardwebhooks.com has it; it knows of no kind of message. */
package org.almbridge.webhook;
