#!/bin/sh
# Puts the launcher beside the jar, and the classes that Java wrote down while somebody talked with the program.
# Usage: make.sh JDK FOLDER
set -eu
jdk=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$2"

cp "$here/scapula" scapula
rm -f scapula.jsa scapula.aot

# Java 25 keeps more than classes.
version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
if [ "$version" -ge 25 ]; then
    kept=-XX:AOTCacheOutput=scapula.aot
else
    kept=-XX:ArchiveClassesAtExit=scapula.jsa
fi
JAVA_HOME=$jdk JAVA_OPTS=$kept "$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp scapula.jar scapula.ClassArchive ./scapula
