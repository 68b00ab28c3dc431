#!/bin/sh
# What the image has: the jar; a Java runtime of the JDK that builds, and what that runtime needs of the system, taken from
# this machine; and the classes that the program takes, as that runtime wrote them down while somebody talked with it.
# Usage: runtime.sh JDK FOLDER JAR FOLDER-FOR-THE-PROGRAM TIME, where all files in the image are of that time
set -eu
jdk=$1
root=$2
jar=$3
program=$4
time=$5

# Of java.desktop, Drools names one interface of java.beans. Its native parts draw, would need X11, and are left out.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.security.jgss,java.sql,java.xml
modules=$modules,jdk.crypto.ec,jdk.unsupported,jdk.zipfs

rm -rf "$root"
# Where whoever runs it mounts something: its root may be read-only.
mkdir -p "$root/tmp" "$root/proc" "$root/dev" "$root/sys"
"$jdk/bin/jlink" --add-modules "$modules" '--exclude-files=/java.desktop/**' --strip-java-debug-attributes \
    --no-header-files --no-man-pages --compress=2 --output "$root/java"

take() {
    mkdir -p "$root$(dirname "$1")"
    cp -RL "$1" "$root$1"
}

# Whatever machine this is, ldd knows the loader and the libraries by their paths.
libraries=$(ldd "$root/java/bin/java" "$root/java/lib/jspawnhelper" "$root"/java/lib/*.so "$root/java/lib/server/libjvm.so" |
    sed -n 's|^[^/]*\(/.*\) (0x.*|\1|p' | grep -vF "$root/" | sort -u)
for library in $libraries; do
    take "$library"
done

# No program links to these: an older glibc looks host names up by them, and any takes the letters of UTF-8 from here.
libc=$(printf '%s\n' "$libraries" | grep '/libc\.so')
for file in "${libc%/*}"/libnss_files.so.2 "${libc%/*}"/libnss_dns.so.2 "${libc%/*}"/libresolv.so.2 /usr/lib/locale/C.utf8; do
    if [ -e "$file" ]; then
        take "$file"
    fi
done

# Which packages these are, where scanners look for known holes, and their licences.
if command -v dpkg-query >/dev/null; then
    take /etc/os-release
    take /usr/share/common-licenses
    mkdir -p "$root/var/lib/dpkg/status.d"
    for file in $libraries "$jdk/bin/java"; do
        package=$(dpkg-query -S "$file" "/usr$file" 2>/dev/null | sed 's/[:,].*//;q')
        if [ -n "$package" ] && [ ! -e "$root/var/lib/dpkg/status.d/$package" ]; then
            dpkg-query -s "$package" >"$root/var/lib/dpkg/status.d/$package"
            take "/usr/share/doc/$package/copyright"
        fi
    done
fi

# Java takes what was written down only where the jar has its path and its time, so this is done in the image's own root. On a
# machine that lets nobody make namespaces the image goes without, and starts slower.
rm -rf "$program"
mkdir -p "$program" "$root/scapula"
cp "$jar" "$root/scapula/scapula.jar"
find "$root" -exec touch -h -d "$time" {} +
own="--mount"
[ "$(id -u)" = 0 ] || own="--mount --map-root-user"
# The variables are those of the shell inside.
# shellcheck disable=SC2016,SC2086
inside='root=$1; shift; mount --rbind /proc "$root/proc"; mount --rbind /dev "$root/dev"
    exec unshare --root="$root" --wd=/scapula "$@"'
if unshare $own true 2>/dev/null; then
    # shellcheck disable=SC2086
    unshare $own sh -c "$inside" sh "$root" /java/bin/java -Xshare:dump -XX:+UseSerialGC >/dev/null
    # shellcheck disable=SC2086
    "$jdk/bin/java" -cp "$jar" scapula.ClassArchive unshare $own sh -c "$inside" sh "$root" \
        /java/bin/java -XX:ArchiveClassesAtExit=/scapula/scapula.jsa -XX:+UseSerialGC -Xlog:disable \
        -jar /scapula/scapula.jar
else
    echo "The image has no archive of classes: this machine lets nobody make namespaces." >&2
fi
mv "$root/scapula" "$program/scapula"
