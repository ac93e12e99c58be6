package org.almbridge.source;

import java.time.Instant;

/**
 * Why a source cannot be read, for people who may know nothing of its content.
 *
 * @param reason names no file
 */
public record SourceTrouble(Instant since, String reason) {}
