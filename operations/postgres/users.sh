#!/bin/sh
# Run once by the postgres image, when its data folder is new (docker-entrypoint-initdb.d).
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$POSTGRES_OWNER_PASSWORD" \
  --set app_password="$POSTGRES_APP_PASSWORD" \
  --set temporal_password="$POSTGRES_TEMPORAL_PASSWORD" \
  --file /onestop/users.sql
