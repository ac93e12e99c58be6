package org.almbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A program to compare with, in a process of its own: it is told the names of files on its standard input. */
final class Program implements Contender {

    private final Process process;
    private final Writer input;

    private Program(Process process) {
        this.process = process;
        this.input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    static Program start(Class<?> main, Path folder, List<String> options, List<String> args) throws IOException {
        Process process = new ProcessBuilder(Java.program(main, options, args))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("program.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Program(process);
    }

    /** What such a program does for its whole life: {@code taker} gets each file that it is told of. */
    static void takeFiles(Consumer<Path> taker) {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .map(Path::of)
                .forEach(taker);
    }

    @Override
    public void take(Path csv) throws IOException {
        input.write(csv + "\n");
        input.flush();
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.of(process.toHandle());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
