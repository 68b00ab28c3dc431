#!/bin/sh
# What a container's engine does, in namespaces that unshare made: a folder becomes a program's whole system, which it can
# read, with a /tmp that it can write to, and it runs as another user. Usage: run.sh FOLDER DIRECTORY USER-OPTIONS COMMAND…
set -eu
folder=$1
directory=$2
user=$3
shift 3

inside=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
mount --rbind "$folder" "$folder"
mount -o remount,bind,ro "$folder"
mount --rbind /proc "$folder/proc"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$folder/tmp"
mount -t tmpfs tmpfs "$folder/dev"
for device in null zero random urandom; do
    : >"$folder/dev/$device"
    mount --bind "/dev/$device" "$folder/dev/$device"
done
mount -o remount,bind,ro "$folder/dev"

unshare=$(command -v unshare)
PATH=$inside
# The options are several words.
# shellcheck disable=SC2086
exec "$unshare" $user --root="$folder" --wd="$directory" "$@"
