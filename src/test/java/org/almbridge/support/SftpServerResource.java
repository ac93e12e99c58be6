package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** An SFTP server and the sources that read from it, each named like its folder. */
public class SftpServerResource implements QuarkusTestResourceLifecycleManager {

    /** Has what addresses, templates and placeholders take for their own. */
    public static final String PASSWORD = "p@ss+w&rd%41=)&x?#;{{y}}";

    public static final String PASSPHRASE = "ph&se+%41#";

    private static final List<String> FOLDERS =
            List.of("by-password", "by-key", "unknown-key", "changed-key", "refused", "no-shelf", "no-reason", "odd");

    private SftpHost host;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("alm-bridge-sftp");
            host = new SftpHost(Files.createDirectory(home.resolve("server")), PASSWORD);
            host.start();
            return properties(home);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> properties(Path home) throws IOException, GeneralSecurityException {
        Path known = Files.writeString(home.resolve("known_hosts"), host.knownHost());
        Path changed = Files.writeString(home.resolve("changed_hosts"), host.knownHost(SftpHost.newKey()));
        Path empty = Files.writeString(home.resolve("no_hosts"), "");
        Map<String, String> properties = new HashMap<>();
        for (String folder : FOLDERS) {
            host.folder(folder);
            properties.putAll(source(
                    folder,
                    Map.of(
                            "kind", "sftp",
                            "host", "127.0.0.1",
                            "port", Integer.toString(host.port()),
                            "username", "hr@example.com",
                            "knownHostsFile", known.toString(),
                            "directory", folder,
                            "pollIntervalMs", "100",
                            "quietMs", "200",
                            "workDirectory", home.resolve("downloads").toString())));
            properties.put("bridge.sources." + folder + ".password", PASSWORD);
        }
        properties.remove("bridge.sources.by-key.password");
        properties.putAll(source(
                "by-key", Map.of("privateKeyFile", privateKey(home).toString(), "privateKeyPassphrase", PASSPHRASE)));
        properties.putAll(source("unknown-key", Map.of("knownHostsFile", empty.toString())));
        properties.putAll(source("changed-key", Map.of("knownHostsFile", changed.toString())));
        properties.putAll(source("refused", Map.of("password", "not-" + PASSWORD)));
        return properties;
    }

    private static Map<String, String> source(String name, Map<String, String> parameters) {
        Map<String, String> properties = new HashMap<>();
        parameters.forEach((parameter, value) -> properties.put("bridge.sources." + name + "." + parameter, value));
        return properties;
    }

    private Path privateKey(Path home) throws IOException, GeneralSecurityException {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(PASSPHRASE);
        encryption.setCipherType("256");
        Path file = home.resolve("id_ecdsa");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(host.userKey(), "bridge", encryption, out);
        }
        return file;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(host, new TestInjector.MatchesType(SftpHost.class));
    }

    @Override
    public void stop() {
        if (host != null) {
            host.stop();
        }
    }
}
