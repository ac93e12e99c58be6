/**
 * Takes people in over HTTP, says what became of them, and lets people operate the bridge. Who may ask is settled by Quarkus
 * before a route sees the request; what an operation does is in routes/api.camel.yaml and routes/operations.camel.yaml. An
 * answer that is no success is a problem document (RFC 9457), and no such answer repeats a person's data or a key. What
 * operations answer is described in META-INF/openapi.yaml.
 */
package org.almbridge.api;
