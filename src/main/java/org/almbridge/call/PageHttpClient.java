package org.almbridge.call;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * The client for answers of systems that are not trusted to be brief: who closes a body early closes the connection, where
 * the client by itself would read on to the end, however far that is.
 */
@Singleton
@Named("pageHttpClient")
class PageHttpClient implements HttpClientConfigurer {

    private final AlmHttpClient usual;

    PageHttpClient(AlmHttpClient usual) {
        this.usual = usual;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        usual.configureHttpClient(builder);
        builder.addExecInterceptorFirst("close-early", PageHttpClient::proceed);
    }

    private static ClassicHttpResponse proceed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
            response.setEntity(new Body(response.getEntity(), scope.execRuntime));
        }
        return response;
    }

    private static final class Body extends HttpEntityWrapper {

        private final ExecRuntime connection;
        private InputStream content;

        Body(HttpEntity body, ExecRuntime connection) {
            super(body);
            this.connection = connection;
        }

        @Override
        public InputStream getContent() throws IOException {
            if (content == null) {
                content = new Content(super.getContent(), connection);
            }
            return content;
        }
    }

    private static final class Content extends FilterInputStream {

        private final ExecRuntime connection;
        private boolean ended;

        Content(InputStream in, ExecRuntime connection) {
            super(in);
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                connection.discardEndpoint();
                return;
            }
            super.close();
        }
    }
}
