/** The access token of all calls to ALM: got once for everybody, never shown; while ALM accepts none, nobody is dispatched. */
package org.almbridge.token;
