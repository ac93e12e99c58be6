package org.almbridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on the loopback interface, which can go away and come back. */
public final class SftpHost {

    /** Held, or its level would be forgotten. In tests of the packaged bridge, lines of the test's own process land in a file. */
    private static final Logger SERVER_LOG = Logger.getLogger("org.apache.sshd");

    static {
        SERVER_LOG.setLevel(Level.OFF);
    }

    private final Path root;
    private final KeyPair hostKey = newKey();
    private final KeyPair userKey = newKey();
    private final String password;
    private final int port;
    private volatile Growth growth;
    private volatile Consumer<String> guard = action -> {};
    private SshServer server;

    public SftpHost(Path root, String password) throws IOException {
        this.root = root;
        this.password = password;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public void start() {
        SftpSubsystemFactory files = new SftpSubsystemFactory();
        files.addSftpEventListener(new SftpEventListener() {
            @Override
            public void open(ServerSession session, String remoteHandle, Handle handle) throws IOException {
                if (handle instanceof DirectoryHandle && growth != null) {
                    growth.grow(handle.getFile());
                }
            }

            @Override
            public void reading(
                    ServerSession session,
                    String remoteHandle,
                    FileHandle handle,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int dataLen) {
                if (offset > 0) {
                    guard.accept("read " + handle.getFile().getFileName());
                }
            }

            @Override
            public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
                guard.accept("move " + from.getFileName());
            }
        });
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, given, session) -> given.equals(password));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, userKey.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(files));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** A folder of the server; made when it is not there. */
    public Inbox folder(String name) throws IOException {
        return new Inbox(Files.createDirectories(root.resolve(name)));
    }

    /** Where the bridge keeps the files of a source while it reads them. */
    public Path downloads(String source) {
        return root.resolveSibling("downloads").resolve(source);
    }

    /** @param guard is told of every move and of every part of a file but the first, as "move a.csv", and may let it wait */
    public void guard(Consumer<String> guard) {
        this.guard = guard;
    }

    /** An upload that sends one more row whenever somebody looks into the folder, dated so that it seems old. */
    public void upload(String folder, String name, List<String> emails) throws IOException {
        folder(folder).dropAsOf(name, Inbox.people().getBytes(StandardCharsets.UTF_8), Growth.LONG_AGO);
        growth = new Growth(root.resolve(folder).resolve(name), List.copyOf(emails));
    }

    KeyPair userKey() {
        return userKey;
    }

    /** The line of a known-hosts file that vouches for this server. */
    public String knownHost() {
        return knownHost(hostKey);
    }

    String knownHost(KeyPair key) {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key.getPublic()) + "\n";
    }

    private static final class Growth {

        private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

        private final Path file;
        private final List<String> emails;
        private int sent;

        Growth(Path file, List<String> emails) {
            this.file = file;
            this.emails = emails;
        }

        synchronized void grow(Path listed) throws IOException {
            if (sent < emails.size()
                    && listed.endsWith(file.getParent().getFileName().toString())
                    && Files.exists(file)) {
                Files.writeString(file, emails.get(sent++) + ",Ada Example\n", StandardOpenOption.APPEND);
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
    }
}
