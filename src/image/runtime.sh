#!/bin/sh
# What the image has beside the jar: a Java runtime of the JDK that builds, and what that runtime needs of the system, taken
# from this machine. Usage: runtime.sh JDK FOLDER
set -eu
jdk=$1
root=$2

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
