/**
 * Where a body stands: by line, and by the territory it is charged to. A vertical body is charged to no
 * territory; a branch to the township it serves; a development zone is a territory of its own.
 */
export const UNITS = `
  CREATE TABLE unit (
    id text PRIMARY KEY, name text NOT NULL, line text, level text NOT NULL,
    vertical boolean NOT NULL, parent_id text,
    -- Where it serves, and the territory whose table it is charged to.
    seat_county text, seat_township text, county text, township text);
  CREATE INDEX unit_territory ON unit (county, township);
  CREATE INDEX unit_line ON unit (line);
  CREATE FUNCTION unit_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM unit;
    WITH place AS (
      SELECT o.*, p.kind AS above,
             coalesce(o.region, o.service_area[1]) AS place,
             CASE WHEN o.kind = 'zone' THEN o.id WHEN p.kind = 'zone' THEN p.id END AS zone,
             CASE WHEN o.kind = 'zone' THEN p.region WHEN p.kind = 'zone' THEN g.region END AS around
      FROM organisation o
      LEFT JOIN organisation p ON p.id = o.parent_id
      LEFT JOIN organisation g ON g.id = p.parent_id),
    seated AS (
      SELECT *, CASE WHEN zone IS NULL THEN left(place, 6)
                     WHEN right(around, 2) = '00' THEN zone ELSE left(around, 6) END AS seat_county,
                CASE WHEN zone IS NULL THEN CASE WHEN length(place) >= 9 THEN left(place, 9) END
                     WHEN right(around, 2) = '00' THEN NULL ELSE zone END AS seat_township
      FROM place)
    INSERT INTO unit (id, name, line, level, vertical, parent_id, seat_county, seat_township, county,
                      township)
    SELECT id, name, line, level, vertical, parent_id, seat_county, seat_township,
           CASE WHEN NOT vertical THEN seat_county END, CASE WHEN NOT vertical THEN seat_township END
    FROM seated;
    RETURN NULL;
  END $$;
  CREATE TRIGGER unit_refresh AFTER INSERT OR UPDATE OR DELETE ON organisation
    FOR EACH STATEMENT EXECUTE FUNCTION unit_refresh();
  UPDATE organisation SET id = id;`;
