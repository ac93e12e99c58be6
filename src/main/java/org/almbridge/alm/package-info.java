/** The steps around a call to ALM and the one judgement of what a failed call means; routes/alm.camel.yaml puts them in order. */
package org.almbridge.alm;
