package org.almbridge.flow;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RemoteConsumersIT extends RemoteConsumersTest {}
