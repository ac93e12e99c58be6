#!/bin/sh
# Measures bridges that share a ledger: see README.md beside this file.
set -eu
cd "$(dirname "$0")/.."
mvn -q package -DskipTests
mvn -q dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec java -cp "target/test-classes:target/classes:$(cat target/test.classpath)" org.almbridge.bench.NodesBench "$@"
