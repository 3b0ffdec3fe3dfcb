import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is signed in, their posts and whom they stand in for are remembered by the processes that serve
 * (`src/platform/database/remembered.ts`), and told of when they change.
 */
export class ToldChanges1760000000325 implements MigrationInterface {
  name = 'ToldChanges1760000000325';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('onestop_changes', TG_TABLE_NAME);
        RETURN NULL;
      END $$;

      CREATE FUNCTION tell_session_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('onestop_changes', 'session:' || OLD.id_digest);
        RETURN NULL;
      END $$;

      CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON post
        FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
      CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON deputy
        FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
      CREATE TRIGGER tell_change AFTER UPDATE ON organisation
        FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
      -- Everybody who signs in is written anew, mostly as they were.
      CREATE TRIGGER tell_change AFTER UPDATE ON person FOR EACH ROW
        WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.kind IS DISTINCT FROM NEW.kind)
        EXECUTE FUNCTION tell_change();
      CREATE TRIGGER tell_end AFTER DELETE ON session
        FOR EACH ROW EXECUTE FUNCTION tell_session_change();
      -- That it was seen again is no change.
      CREATE TRIGGER tell_change AFTER UPDATE ON session FOR EACH ROW
        WHEN (OLD.post_id IS DISTINCT FROM NEW.post_id OR OLD.expires_at <> NEW.expires_at
              OR OLD.assurance <> NEW.assurance OR OLD.seen_at > NEW.seen_at)
        EXECUTE FUNCTION tell_session_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION tell_change() CASCADE;
      DROP FUNCTION tell_session_change() CASCADE`);
  }
}
