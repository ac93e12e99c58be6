package org.almbridge.flow;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WrongCourseIT extends WrongCourseTest {}
