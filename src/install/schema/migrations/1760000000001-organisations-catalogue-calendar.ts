import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who there is, what they may be asked for, and on which days they work. */
export class OrganisationsCatalogueCalendar1760000000001 implements MigrationInterface {
  name = 'OrganisationsCatalogueCalendar1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table region (
        code text primary key,
        name text not null,
        level text not null check (level in ('city', 'county', 'township', 'village')),
        parent text references region (code),
        valid_from date not null default '2000-01-01',
        valid_to date
      );
      create index region_parent on region (parent);

      create table organisation (
        id text primary key,
        name text not null,
        kind text not null check (kind in ('government', 'department', 'branch', 'service-centre',
          'enforcement-team', 'station', 'window', 'zone')),
        line text,
        also_lines text[] not null default '{}',
        level text not null check (level in ('city', 'county', 'township', 'village')),
        region text references region (code),
        parent_id text references organisation (id) deferrable initially deferred,
        vertical boolean not null default false,
        service_area text[] not null default '{}',
        credit_code text unique,
        valid_from date not null default '2000-01-01',
        valid_to date
      );
      create index organisation_region on organisation (region, level);
      create index organisation_parent on organisation (parent_id);
      create index organisation_service_area on organisation using gin (service_area);

      create table person (
        id text primary key,
        account text not null unique,
        name text not null,
        id_number_digest text,
        subject text not null unique,
        kind text not null check (kind in ('natural', 'legal', 'staff'))
      );
      create index person_id_number on person (id_number_digest);

      create table post (
        id text primary key,
        person_id text not null references person (id),
        organisation_id text not null references organisation (id),
        role text not null,
        title text not null,
        enforcement_certificate text,
        valid_from date not null default '2000-01-01',
        valid_to date
      );
      create index post_person on post (person_id);
      create index post_organisation on post (organisation_id);

      create table item (
        code text not null,
        version integer not null,
        kind text not null check (kind in ('single', 'one-stop')),
        type text not null,
        name text not null,
        data jsonb not null,
        state text not null check (state in ('draft', 'published')),
        published_at timestamptz,
        primary key (code, version)
      );

      create table item_authority (
        item_code text not null,
        area text not null,
        replaces_line text not null,
        replaces_level text not null,
        line text,
        level text,
        organisation_id text references organisation (id),
        in_name_of text references organisation (id),
        regulator text references organisation (id),
        note text not null default '',
        primary key (item_code, area, replaces_line, replaces_level),
        check (organisation_id is not null or (line is not null and level is not null))
      );

      create table calendar_year (
        year integer not null,
        version integer not null,
        days text not null check (days ~ '^[01]+$' and length(days) in (365, 366)),
        source text not null,
        published_at timestamptz not null default now(),
        primary key (year, version)
      );

      create table loaded_data (
        name text primary key,
        version text not null,
        loaded_at timestamptz not null default now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table loaded_data, calendar_year, item_authority, item, post, person, organisation, region;
    `);
  }
}
