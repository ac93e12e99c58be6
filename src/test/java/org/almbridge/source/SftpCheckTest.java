package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SftpCheckTest {

    private static final String PASSPHRASE = "open-sesame";

    @TempDir
    private Path home;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void giveEnough() throws IOException {
        given.put("host", "sftp.example.com");
        given.put("username", "hr");
        given.put("password", "secret");
        given.put("directory", "outbox");
        given.put(
                "knownHostsFile",
                Files.writeString(home.resolve("known_hosts"), "").toString());
    }

    @Test
    void isContentWithAPassword() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void isContentWithAKeyThatIsNotEncrypted() throws Exception {
        givenKey(null);

        assertThat(problems()).isEmpty();
    }

    @Test
    void isContentWithAKeyAndWhatOpensIt() throws Exception {
        givenKey(PASSPHRASE);
        given.put("privateKeyPassphrase", PASSPHRASE);

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"port, 0", "port, 65536", "port, ssh", "quietMs, 0", "quietMs, 30001", "quietMs, 99999999999"})
    void refusesANumberOutOfItsRange(String parameter, String value) {
        given.put(parameter, value);

        assertThat(problems()).singleElement().asString().startsWith(parameter + " is '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({"port, 1", "port, 65535", "quietMs, 1", "quietMs, 30000"})
    void takesANumberAtTheEndOfItsRange(String parameter, String value) {
        given.put(parameter, value);

        assertThat(problems()).isEmpty();
    }

    @Test
    void refusesADirectoryThatSeemsAbsolute() {
        given.put("directory", "/outbox");

        assertThat(problems()).singleElement().asString().contains("directory is '/outbox'", "without the first /");
    }

    @Test
    void refusesKnownHostsThatAreNotThereAndNamesTheRemedy() {
        given.put("knownHostsFile", home.resolve("none").toString());

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("knownHostsFile is '")
                .contains("ssh-keyscan");
    }

    @Test
    void asksForPasswordOrKey() {
        given.remove("password");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("password is missing")
                .contains("privateKeyFile");
    }

    @Test
    void refusesAPassphraseWithoutAKey() {
        given.put("privateKeyPassphrase", PASSPHRASE);

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("without privateKeyFile")
                .doesNotContain(PASSPHRASE);
    }

    @Test
    void refusesAKeyFileThatIsNotThere() {
        given.put("privateKeyFile", home.resolve("none").toString());

        assertThat(problems()).singleElement().asString().contains("privateKeyFile", "no file that can be read");
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        given.put(
                "privateKeyFile",
                Files.writeString(home.resolve("id"), "no key").toString());

        assertThat(problems()).singleElement().asString().contains("privateKeyFile", "holds no private key");
    }

    @Test
    void asksForThePassphraseOfAnEncryptedKey() throws Exception {
        givenKey(PASSPHRASE);

        assertThat(problems()).singleElement().asString().startsWith("privateKeyPassphrase is missing");
    }

    @Test
    void refusesAPassphraseThatDoesNotOpenTheKey() throws Exception {
        givenKey(PASSPHRASE);
        given.put("privateKeyPassphrase", "wrong-sesame");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("privateKeyPassphrase does not open")
                .doesNotContain("wrong-sesame");
    }

    @Test
    void namesEverythingAtOnce() {
        given.put("port", "ssh");
        given.remove("password");

        assertThat(problems()).hasSize(2);
    }

    private List<String> problems() {
        return new SftpCheck().problems(given);
    }

    /** @param passphrase what the key is encrypted with, {@code null} for a plain one */
    private void givenKey(String passphrase) throws IOException, GeneralSecurityException {
        OpenSSHKeyEncryptionContext encryption = null;
        if (passphrase != null) {
            encryption = new OpenSSHKeyEncryptionContext();
            encryption.setPassword(passphrase);
            encryption.setCipherType("256");
        }
        Path file = home.resolve("id_ecdsa");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256), "test", encryption, out);
        }
        given.put("privateKeyFile", file.toString());
        given.remove("password");
    }
}
