package org.almbridge.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An OpenID Connect provider: what it tells of itself, its key, and tokens signed with it. */
public final class Issuer {

    /** What the tokens for the bridge are for. */
    public static final String AUDIENCE = "alm-bridge";

    private static final String SOMEBODY = "somebody";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair key = newKey();
    private int port;
    private HttpServer server;

    /** On the port that it had before. */
    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token"}""".formatted(url()));
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        serve("/keys", """
                {"keys": [{"kty": "RSA", "kid": "k1", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}""".formatted(
                        number(open.getModulus().toByteArray()),
                        number(open.getPublicExponent().toByteArray())));
        server.start();
    }

    public void stop() {
        server.stop(0);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** A token that is good for five minutes. */
    public String token(String subject, String... roles) {
        return signed(claims(url(), subject, AUDIENCE, expiresIn(300), roles), key);
    }

    public String tokenFor(String audience, String... roles) {
        return signed(claims(url(), SOMEBODY, audience, expiresIn(300), roles), key);
    }

    public String tokenOfAnotherIssuer(String... roles) {
        return signed(claims("https://login.example.com", SOMEBODY, AUDIENCE, expiresIn(300), roles), key);
    }

    public String expiredToken(String... roles) {
        return signed(claims(url(), SOMEBODY, AUDIENCE, expiresIn(-300), roles), key);
    }

    public String tokenWithoutEnd(String... roles) {
        return signed(claims(url(), SOMEBODY, AUDIENCE, "", roles), key);
    }

    /** Signed by somebody else, under the name of the right key. */
    public String forgedToken(String... roles) {
        return signed(claims(url(), SOMEBODY, AUDIENCE, expiresIn(300), roles), newKey());
    }

    /** As who has no key at all makes it. */
    public String unsignedToken(String... roles) {
        String claims = claims(url(), SOMEBODY, AUDIENCE, expiresIn(300), roles);
        return text("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + text(claims) + ".";
    }

    private static String expiresIn(long seconds) {
        return ",\"exp\":" + Instant.now().plusSeconds(seconds).getEpochSecond();
    }

    private static String claims(String issuer, String subject, String audience, String end, String... roles) {
        return """
                {"iss":"%s","sub":"%s","aud":"%s","iat":%d,"preferred_username":"ada@example.com",
                 "realm_access":{"roles":["%s"]}%s}""".formatted(
                        issuer,
                        subject,
                        audience,
                        Instant.now().minusSeconds(600).getEpochSecond(),
                        String.join("\",\"", roles),
                        end);
    }

    private static String signed(String claims, KeyPair signer) {
        String content = text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}") + "." + text(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the byte of the sign. */
    private static String number(byte[] bytes) {
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String text(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                byte[] content = json.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
    }
}
