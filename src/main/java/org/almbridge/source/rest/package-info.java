/**
 * Reads people page by page from an HTTP API: whom to ask and how to be let in, what a page holds, which page is next, and
 * from where the next poll has to read. No secret and no query of an address gets into a message.
 */
package org.almbridge.source.rest;
