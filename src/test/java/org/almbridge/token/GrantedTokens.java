package org.almbridge.token;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A source of tokens that answers when the test says so; not configured until it is told to be. */
final class GrantedTokens implements TokenSource {

    private final List<CompletableFuture<TokenGrant>> asked = new ArrayList<>();
    private boolean configured;

    GrantedTokens configured() {
        configured = true;
        return this;
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public CompletableFuture<TokenGrant> ask() {
        CompletableFuture<TokenGrant> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    int asked() {
        return asked.size();
    }

    /** Answers what was asked last. */
    void grants(String token, long lifetimeMs) {
        last().complete(new TokenGrant(token, lifetimeMs));
    }

    void fails() {
        failsWith(new IOException("no"));
    }

    void failsWith(Exception failure) {
        last().completeExceptionally(failure);
    }

    private CompletableFuture<TokenGrant> last() {
        return asked.get(asked.size() - 1);
    }
}
