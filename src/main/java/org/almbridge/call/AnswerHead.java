package org.almbridge.call;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an answer of ALM tells besides its body; it holds the token of its call, so it is never printed. */
public final class AnswerHead {

    private final String method;
    private final String authorization;
    private final int status;
    private final UnaryOperator<String> headers;

    /**
     * @param authorization the call's header {@code Authorization}, {@code null} when it had none
     * @param headers       the answer's first value of a header by its name, {@code null} when it has none
     */
    public AnswerHead(String method, String authorization, int status, UnaryOperator<String> headers) {
        this.method = method;
        this.authorization = authorization;
        this.status = status;
        this.headers = headers;
    }

    /** HTTP method of the call, in upper case. */
    public String method() {
        return method;
    }

    public Optional<String> authorization() {
        return Optional.ofNullable(authorization);
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
