-- Those who evaluate and the boards that read of it; the evaluations that were carried out here. No person is in them:
-- a study's data are read, counted and not kept. src/evaluation/store/ reads and writes them.

alter table organisations drop constraint organisations_kind_check;
alter table organisations add constraint organisations_kind_check
  check (kind in ('police', 'provider', 'evaluator', 'board'));
alter table accounts drop constraint accounts_role_check;
alter table accounts add constraint accounts_role_check
  check (role in ('officer', 'supervisor', 'coordinator', 'provider', 'evaluator', 'board'));

-- The roles of the police are the police's; every other kind of organisation has one role, of its own name.
create or replace function role_fits_organisation() returns trigger language plpgsql as $$
begin
  if (select kind from organisations where id = new.organisation_id) is distinct from
     (case when new.role in ('officer', 'supervisor', 'coordinator') then 'police' else new.role end) then
    raise exception 'An account with role % cannot belong to this kind of organisation', new.role
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create table evaluations (
  id                    uuid        primary key,
  organisation_id       uuid        not null references organisations,
  begun_by              uuid        not null references accounts,
  begun_by_name         text        not null,
  begun_at              timestamptz not null,
  state                 text        not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- How much of it is done, from 0 to 1, and what is being done.
  share                 real        not null default 0 check (share between 0 and 1),
  doing                 text        not null default '',
  finished_at           timestamptz,
  -- Why it failed, for whoever began it.
  problem               text,
  -- Which data folder's program carries it out: what that one left unfinished, it closes when it starts again.
  runner                text        not null,
  title                 text        not null check (title <> ''),
  plan_text             text        not null,
  plan_hash             text        not null check (plan_hash ~ '^[0-9a-f]{64}$'),
  -- Of the files' names and hashes. Two evaluations of the same data have the same.
  data_hash             text        check (data_hash ~ '^[0-9a-f]{64}$'),
  -- Every number, for the evaluator; json and not jsonb, to be given out as it was written.
  results               json,
  -- The same for a board, its small counts taken out by the program before it came here.
  results_for_board     json,
  is_demonstration      boolean     not null,
  shared_with_boards_at timestamptz,
  check ((state = 'done') = (results is not null)),
  check ((results is null) = (results_for_board is null)),
  check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
  check (shared_with_boards_at is null or state = 'done')
);
create index evaluations_by_organisation on evaluations (organisation_id, begun_at desc);
create index evaluations_shared on evaluations (shared_with_boards_at desc) where shared_with_boards_at is not null;
create index evaluations_unfinished on evaluations (runner) where state in ('queued', 'running');

-- What was found stays as it was found; only whether boards see it may still change.
create function keep_finished_evaluations() returns trigger language plpgsql as $$
begin
  if old.state in ('done', 'failed', 'cancelled')
     and to_jsonb(new) - 'shared_with_boards_at' <> to_jsonb(old) - 'shared_with_boards_at' then
    raise exception 'Evaluation % has ended and stays as it is', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger evaluations_stay_as_found before update on evaluations for each row
  execute function keep_finished_evaluations();

alter table evaluations enable row level security;
alter table evaluations force row level security;

grant select, insert,
  update (state, share, doing, finished_at, problem, data_hash, results, results_for_board, shared_with_boards_at)
  on evaluations to waymark_app;
create policy seen_by_those_who_evaluate on evaluations for select to waymark_app
  using ((select acting_role()) = 'evaluator' and organisation_id = (select acting_organisation()));
create policy begun_by_those_who_evaluate on evaluations for insert to waymark_app
  with check (
    (select acting_role()) = 'evaluator'
    and organisation_id = (select acting_organisation())
    and begun_by = (select acting_account())
    and state = 'queued'
  );
create policy carried_on_by_those_who_evaluate on evaluations for update to waymark_app
  using ((select acting_role()) = 'evaluator' and organisation_id = (select acting_organisation()))
  with check ((select acting_role()) = 'evaluator' and organisation_id = (select acting_organisation()));

-- A board reaches no row of the table, only what this view shows of those that were shared: never the full results.
-- The owner of the view reads the table for it, under row-level security too, and sees no more than that.
create policy read_for_the_view_of_boards on evaluations for select to current_user
  using ((select acting_role()) = 'board' and state = 'done' and shared_with_boards_at is not null);

create view evaluations_for_boards with (security_barrier) as
  select id, organisation_id, begun_at, finished_at, title, is_demonstration, shared_with_boards_at,
    results_for_board as results
  from evaluations
  where acting_role() = 'board' and state = 'done' and shared_with_boards_at is not null;
grant select on evaluations_for_boards to waymark_app;

-- At its start the program closes what it had not finished when it was stopped.
grant select (id, state, runner), update (state, problem, finished_at) on evaluations to waymark_system;
create policy seen_to_close_them on evaluations for select to waymark_system
  using ((select acting_purpose()) = 'close-evaluations' and state in ('queued', 'running', 'failed'));
create policy closed_at_a_start on evaluations for update to waymark_system
  using ((select acting_purpose()) = 'close-evaluations' and state in ('queued', 'running'))
  with check (state = 'failed');
create policy written_when_closing_evaluations on audit_entries for insert to waymark_system
  with check (
    (select acting_purpose()) = 'close-evaluations'
    and chain like 'evaluation:%'
    and account_id is null and organisation_id is null and force is null and role is null
  );
