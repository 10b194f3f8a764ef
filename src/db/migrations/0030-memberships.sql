-- A person may work in several places: a membership is a role in an organisation, and a session acts under one at a time.
-- What accounts held so far, one role in one organisation, becomes their first membership.

-- The roles that there are, and the kind of organisation each is found in. src/access/domain/roles.ts holds the same.
create table roles (
  role              text primary key check (role ~ '^[a-z]+(-[a-z]+)*$'),
  organisation_kind text not null check (organisation_kind in ('police', 'provider', 'evaluator', 'board'))
);
insert into roles (role, organisation_kind) values
  ('officer', 'police'), ('supervisor', 'police'), ('coordinator', 'police'),
  ('provider', 'provider'), ('evaluator', 'evaluator'), ('board', 'board');
grant select on roles to waymark_system;

create table memberships (
  id              uuid        primary key default gen_random_uuid(),
  account_id      uuid        not null references accounts,
  organisation_id uuid        not null references organisations,
  role            text        not null references roles,
  added_at        timestamptz not null default now(),
  -- Ended ones stay, so that what was done under them can be understood.
  ended_at        timestamptz,
  unique (id, account_id)
);
create unique index memberships_held_once on memberships (account_id, organisation_id, role) where ended_at is null;
create index memberships_by_organisation on memberships (organisation_id, account_id);

-- Row-level security is forced on the owner too, who would carry over nothing.
alter table accounts no force row level security;
alter table sessions no force row level security;

insert into memberships (account_id, organisation_id, role, added_at)
  select id, organisation_id, role, created_at from accounts;

-- Null until whoever has signed in has said where they are working today.
alter table sessions add column membership_id uuid;
alter table sessions add foreign key (membership_id, account_id) references memberships (id, account_id);
update sessions set membership_id = memberships.id from memberships where memberships.account_id = sessions.account_id;
create index sessions_by_membership on sessions (membership_id);

drop policy seen_by_colleagues on accounts;
drop trigger accounts_role_fits_organisation on accounts;
alter table accounts drop column role, drop column organisation_id;

alter table accounts force row level security;
alter table sessions force row level security;

create or replace function role_fits_organisation() returns trigger language plpgsql as $$
begin
  if (select kind from organisations where id = new.organisation_id)
     is distinct from (select organisation_kind from roles where roles.role = new.role) then
    raise exception 'Nobody can be % in this kind of organisation', new.role using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger memberships_role_fits_organisation before insert or update of role, organisation_id on memberships
  for each row execute function role_fits_organisation();

alter table memberships enable row level security;
alter table memberships force row level security;

grant select on memberships to waymark_app;
create policy seen_by_colleagues on memberships for select to waymark_app
  using (organisation_id = (select acting_organisation()));
-- Those who have worked here, whatever else they do.
create policy seen_by_colleagues on accounts for select to waymark_app
  using (exists (
    select from memberships
    where memberships.account_id = accounts.id and memberships.organisation_id = (select acting_organisation())
  ));

grant select, insert, update (ended_at) on memberships to waymark_system;
create policy seen_by_the_program on memberships for select to waymark_system
  using ((select acting_purpose()) in ('sign-in', 'read-session', 'demonstration', 'manage-accounts'));
create policy made_for_demonstration on memberships for insert to waymark_system
  with check (
    (select acting_purpose()) = 'demonstration'
    and exists (select from accounts where accounts.id = memberships.account_id and is_demonstration)
  );
create policy added_from_the_command_line on memberships for insert to waymark_system
  with check (
    (select acting_purpose()) = 'manage-accounts'
    and exists (select from accounts where accounts.id = memberships.account_id and not is_demonstration)
  );
create policy ended_from_the_command_line on memberships for update to waymark_system
  using (
    (select acting_purpose()) = 'manage-accounts'
    and exists (select from accounts where accounts.id = memberships.account_id and not is_demonstration)
  );
