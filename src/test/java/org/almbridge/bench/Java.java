package org.almbridge.bench;

/** The Java that runs this, for further processes. */
final class Java {

    static final String COMMAND = ProcessHandle.current().info().command().orElse("java");

    private Java() {}
}
