-- Databases and their users, made by the server's administrator when its data folder is new. Nobody but
-- the administrator may do more than its own work:
--   onestop_owner  owns the schema and migrates it
--   onestop_app    reads and writes rows, as the migration grants (DATABASE_APP_USER)
--   temporal       Temporal's two databases, and nothing of ours
CREATE ROLE onestop_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE onestop_app LOGIN PASSWORD :'app_password';
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';

CREATE DATABASE onestop OWNER onestop_owner ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
CREATE DATABASE temporal OWNER temporal ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
CREATE DATABASE temporal_visibility OWNER temporal ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;

REVOKE ALL ON DATABASE onestop, temporal, temporal_visibility FROM PUBLIC;
GRANT CONNECT ON DATABASE onestop TO onestop_app;

-- A restore puts rows back as they were, without their triggers and references.
GRANT SET ON PARAMETER session_replication_role TO onestop_owner, temporal;
