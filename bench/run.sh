#!/bin/sh
# Measures the bridge: see README.md beside this file.
set -eu
cd "$(dirname "$0")/.."
mvn -q -Pbench package -DskipTests
mvn -q -Pbench dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" org.almbridge.bench.Bench "$@"
