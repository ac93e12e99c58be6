package org.almbridge.bench;

import java.util.ArrayList;
import java.util.List;

/** The Java that runs this, for further processes. */
final class Java {

    static final String COMMAND = ProcessHandle.current().info().command().orElse("java");

    private Java() {}

    /** The command that runs a class of this class path. */
    static List<String> program(Class<?> main, List<String> options, List<String> args) {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(args);
        return command;
    }
}
