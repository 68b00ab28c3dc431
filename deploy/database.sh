#!/bin/sh
# Run once, when the volume is empty: a database for Scapula, and a role that owns it and nothing else.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$SCAPULA_STORE_PASSWORD" --username postgres <<'SQL'
create role scapula login password :'password';
-- a node that is cut off in the middle of a message gives its conversation free
alter role scapula set idle_in_transaction_session_timeout = '30s';
create database scapula owner scapula;
revoke all on database scapula from public;
SQL
