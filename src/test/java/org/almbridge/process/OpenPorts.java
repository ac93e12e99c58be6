package org.almbridge.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a process takes TCP connections, as Linux tells it. */
final class OpenPorts {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final String LISTENS = "0A";

    private OpenPorts() {}

    static boolean areToldOf(long pid) {
        return Files.isReadable(tables(pid).resolve("tcp"));
    }

    static List<InetSocketAddress> of(long pid) throws IOException {
        Set<String> own = sockets(pid);
        List<InetSocketAddress> ports = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = tables(pid).resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] fields = line.strip().split("\\s+"); // number, local, remote, state, ..., inode
                if (fields[3].equals(LISTENS) && own.contains(fields[9])) {
                    ports.add(address(fields[1]));
                }
            }
        }
        return ports;
    }

    private static Path tables(long pid) {
        return Path.of("/proc", String.valueOf(pid), "net");
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> numbers = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
                    if (socket.matches()) {
                        numbers.add(socket.group(1));
                    }
                }
            }
        }
        return numbers;
    }

    /** Each four bytes stand the other way round there. */
    private static InetSocketAddress address(String text) throws UnknownHostException {
        String[] parts = text.split(":");
        byte[] told = HexFormat.of().parseHex(parts[0]);
        byte[] address = new byte[told.length];
        for (int i = 0; i < told.length; i++) {
            address[i] = told[i / 4 * 4 + 3 - i % 4];
        }
        return new InetSocketAddress(InetAddress.getByAddress(address), Integer.parseInt(parts[1], 16));
    }
}
