package org.almbridge.source;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the files and numbers that a login needs, before a server is asked. */
@Singleton
class SftpCheck implements KindCheck {

    private static final int LAST_PORT = 65_535;

    /** Half of the time after which the read lock of the template gives a file up. */
    private static final int LONGEST_QUIET_MS = 30_000;

    @Override
    public String kind() {
        return "sftp";
    }

    @Override
    public List<String> problems(Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        Parameters.number(given, "port", 1, LAST_PORT).ifPresent(problems::add);
        Parameters.number(given, "quietMs", 1, LONGEST_QUIET_MS).ifPresent(problems::add);
        if (given.get("directory").startsWith("/")) {
            problems.add("directory is '" + given.get("directory")
                    + "': it is counted from the folder where the login begins; write it without the first /");
        }
        Path knownHosts = Path.of(given.get("knownHostsFile"));
        if (!isReadable(knownHosts)) {
            problems.add("knownHostsFile is '" + knownHosts
                    + "', which is no file that can be read: write the server's key to it with ssh-keyscan, and compare"
                    + " its fingerprint with the one that the server's owner gives");
        }
        problems.addAll(login(given));
        return problems;
    }

    private static List<String> login(Map<String, String> given) {
        String file = given.get("privateKeyFile");
        String passphrase = given.get("privateKeyPassphrase");
        if (file != null) {
            return keyProblem(Path.of(file), passphrase).stream().toList();
        }
        if (passphrase != null) {
            return List.of("privateKeyPassphrase is given without privateKeyFile: give both, or password");
        }
        return given.containsKey("password")
                ? List.of()
                : List.of("password is missing, and so is privateKeyFile: give one of them, the password best by the"
                        + " environment");
    }

    private static Optional<String> keyProblem(Path file, String passphrase) {
        if (!isReadable(file)) {
            return Optional.of("privateKeyFile is '" + file + "', which is no file that can be read");
        }
        try {
            KeyPair key = KeyPair.load(new JSch(), file.toString());
            boolean open = !key.isEncrypted() || passphrase != null && key.decrypt(passphrase);
            key.dispose();
            if (open) {
                return Optional.empty();
            }
        } catch (JSchException e) {
            return Optional.of("privateKeyFile is '" + file
                    + "', which holds no private key that is understood: give one in OpenSSH's, PEM or PuTTY's form");
        }
        return Optional.of(
                passphrase == null
                        ? "privateKeyPassphrase is missing: the key in " + file + " is encrypted"
                        : "privateKeyPassphrase does not open the key in " + file);
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }
}
