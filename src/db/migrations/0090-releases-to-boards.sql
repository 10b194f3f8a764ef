-- A board sees the reports that were shared with it, and not every report; coordinators and supervisors see those of their
-- own force's scheme. What was released is registered: whoever subtracts one report from another that differs by a few
-- people learns of these, so that a release is set beside all that were (docs/decisions/0052).

select set_config('waymark.purpose', 'migration', true);

-- Counts in fives, for a publisher who chooses them; those carried out before have none.
alter table evaluations add results_for_board_rounded json;
-- How many rows each file had, and in which forces there was a scheme: those see their own scheme's reports.
alter table evaluations add cohort_rows integer;
alter table evaluations add reoffence_rows integer;
alter table evaluations add forces text[] not null default '{}';
grant update (results_for_board_rounded, cohort_rows, reoffence_rows, forces) on evaluations to waymark_app;

-- Prints of the people who are studied, which nobody reads: two sets are compared by a function, which tells how many.
create table evaluation_people (
  evaluation_id uuid   primary key references evaluations,
  people        text[] not null
);

-- One for each report that was released, whether or not it was taken back: what somebody has read they have.
create table evaluation_releases (
  evaluation_id   uuid        primary key references evaluations,
  organisation_id uuid        not null references organisations,
  counts          text        not null check (counts in ('hidden', 'rounded')),
  -- Which of the reports of this title it is; a later one supersedes it.
  version         integer     not null check (version >= 1),
  released_at     timestamptz not null,
  released_by     uuid        references accounts
);
create index evaluation_releases_by_organisation on evaluation_releases (organisation_id);

-- With which board a report is shared.
create table evaluation_shares (
  evaluation_id uuid        not null references evaluation_releases,
  board_id      uuid        not null references organisations,
  shared_at     timestamptz not null,
  withdrawn_at  timestamptz,
  primary key (evaluation_id, board_id)
);
create index evaluation_shares_by_board on evaluation_shares (board_id) where withdrawn_at is null;

-- What was shared with boards until now was shared with every one of them.
do $$
declare is_forced boolean;
begin
  select relforcerowsecurity into is_forced from pg_class where oid = 'evaluations'::regclass;
  alter table evaluations no force row level security;
  alter table organisations no force row level security;
  insert into evaluation_releases (evaluation_id, organisation_id, counts, version, released_at, released_by)
    select id, organisation_id, 'hidden',
      row_number() over (partition by organisation_id, lower(title) order by shared_with_boards_at, id),
      shared_with_boards_at, begun_by
    from evaluations where shared_with_boards_at is not null;
  insert into evaluation_shares (evaluation_id, board_id, shared_at)
    select release.evaluation_id, board.id, release.released_at
    from evaluation_releases release, organisations board where board.kind = 'board';
  if is_forced then alter table evaluations force row level security; end if;
  alter table organisations force row level security;
end $$;

alter table evaluation_people enable row level security;
alter table evaluation_people force row level security;
alter table evaluation_releases enable row level security;
alter table evaluation_releases force row level security;
alter table evaluation_shares enable row level security;
alter table evaluation_shares force row level security;
do $$
declare
  one text;
begin
  foreach one in array array['evaluation_people', 'evaluation_releases', 'evaluation_shares'] loop
    execute format('create policy read_to_back_up on %I for select to current_user
      using ((select acting_purpose()) = ''back-up'')', one);
  end loop;
end $$;

create function is_own_evaluation(wanted uuid) returns boolean
language sql stable set search_path = public, pg_temp
as $$ select exists (select from evaluations where id = wanted and organisation_id = acting_organisation()) $$;

grant insert on evaluation_people to waymark_app;
create policy kept_by_those_who_evaluate on evaluation_people for insert to waymark_app
  with check ((select acting_may('run-evaluations')) and is_own_evaluation(evaluation_id));
create policy compared_by_function on evaluation_people for select to current_user
  using ((select acting_may('share-evaluations')));

grant select, insert on evaluation_releases to waymark_app;
create policy seen_by_those_who_evaluate on evaluation_releases for select to waymark_app
  using ((select acting_may('see-evaluations')) and organisation_id = (select acting_organisation()));
create policy made_by_those_who_share on evaluation_releases for insert to waymark_app
  with check (
    (select acting_may('share-evaluations'))
    and organisation_id = (select acting_organisation())
    and released_by = (select acting_account())
    and is_own_evaluation(evaluation_id)
  );
create policy read_by_views_and_functions on evaluation_releases for select to current_user
  using (
    (select acting_may('share-evaluations'))
    or (select acting_may('see-shared-evaluations'))
    or (select acting_may('see-scheme-evaluations'))
  );

grant select, insert, update (shared_at, withdrawn_at) on evaluation_shares to waymark_app;
create policy seen_by_those_who_evaluate on evaluation_shares for select to waymark_app
  using ((select acting_may('see-evaluations')) and is_own_evaluation(evaluation_id));
create policy made_by_those_who_share on evaluation_shares for insert to waymark_app
  with check ((select acting_may('share-evaluations')) and is_own_evaluation(evaluation_id));
create policy changed_by_those_who_share on evaluation_shares for update to waymark_app
  using ((select acting_may('share-evaluations')) and is_own_evaluation(evaluation_id))
  with check ((select acting_may('share-evaluations')) and is_own_evaluation(evaluation_id));
create policy read_by_views on evaluation_shares for select to current_user
  using ((select acting_may('see-shared-evaluations')) and board_id = (select acting_organisation()));

-- The police answer for a scheme and see what was released of it.
insert into role_rights (role, "right") values
  ('supervisor', 'see-scheme-evaluations'),
  ('coordinator', 'see-scheme-evaluations');

alter policy read_for_the_view_of_boards on evaluations
  using (
    ((select acting_may('see-shared-evaluations')) or (select acting_may('see-scheme-evaluations'))
      or (select acting_may('share-evaluations')))
    and state = 'done'
  );

-- What was shared with a board, and what was released of the scheme of one's own force. A report that another of the same
-- title and organisation came after says so.
create or replace view evaluations_for_boards with (security_barrier) as
  select evaluation.id, evaluation.organisation_id, evaluation.begun_at, evaluation.finished_at, evaluation.title,
    evaluation.is_demonstration, coalesce(share.shared_at, evaluation.shared_with_boards_at) as shared_with_boards_at,
    case when release.counts = 'rounded' then evaluation.results_for_board_rounded
      else evaluation.results_for_board end as results,
    release.counts, release.version, release.released_at,
    later.version as superseded_by_version, later.released_at as superseded_at
  from evaluations evaluation
  join evaluation_releases release on release.evaluation_id = evaluation.id
  left join evaluation_shares share
    on share.evaluation_id = evaluation.id and share.withdrawn_at is null
    and share.board_id = (select acting_organisation())
  left join lateral (
    select other.version, other.released_at
    from evaluation_releases other join evaluations theirs on theirs.id = other.evaluation_id
    where other.organisation_id = release.organisation_id and lower(theirs.title) = lower(evaluation.title)
      and other.version > release.version
    order by other.version limit 1
  ) later on true
  where evaluation.state = 'done' and evaluation.shared_with_boards_at is not null
    and (
      ((select acting_may('see-shared-evaluations')) and share.board_id is not null)
      or ((select acting_may('see-scheme-evaluations')) and (select acting_force()) = any (evaluation.forces))
    );

-- The releases that have people in common with an evaluation of one's own, whoever made them: how many, and how many
-- people are in one alone or have another record there. Of another organisation's nothing else is told.
create function releases_beside(wanted uuid)
returns table (title text, counts text, released_at timestamptz, is_same_plan boolean, shared integer, differing integer)
language sql stable security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
  with own as (
    select evaluation.id, evaluation.plan_hash, people.people
    from evaluations evaluation join evaluation_people people on people.evaluation_id = evaluation.id
    where evaluation.id = wanted and evaluation.organisation_id = acting_organisation()
      and acting_may('share-evaluations')
  ),
  compared as (
    select release.evaluation_id, release.organisation_id, release.counts, release.released_at, print,
      count(*) filter (where is_own) as in_own, count(*) filter (where not is_own) as in_other
    from evaluation_releases release
    join evaluation_people theirs on theirs.evaluation_id = release.evaluation_id
    cross join own
    cross join lateral (
      select unnest(own.people) as print, true as is_own union all select unnest(theirs.people), false
    ) prints
    where release.evaluation_id <> own.id
    group by release.evaluation_id, release.organisation_id, release.counts, release.released_at, print
  ),
  by_person as (
    select evaluation_id, organisation_id, counts, released_at, split_part(print, '.', 1) as person,
      sum(in_own) > 0 and sum(in_other) > 0 as is_shared,
      bool_or(in_own = 0 or in_other = 0) as is_other
    from compared group by evaluation_id, organisation_id, counts, released_at, split_part(print, '.', 1)
  )
  select case when by_person.organisation_id = acting_organisation() then evaluation.title end,
    by_person.counts, by_person.released_at, evaluation.plan_hash = own.plan_hash,
    (count(*) filter (where is_shared))::integer, (count(*) filter (where is_other))::integer
  from by_person join evaluations evaluation on evaluation.id = by_person.evaluation_id cross join own
  group by evaluation.id, evaluation.title, evaluation.plan_hash, own.plan_hash, by_person.organisation_id,
    by_person.counts, by_person.released_at
  having count(*) filter (where is_shared) > 0
$$;
revoke all on function releases_beside(uuid) from public;
grant execute on function releases_beside(uuid) to waymark_app;

-- Whether the people of an evaluation of one's own are known: those carried out before can't be compared.
create function are_people_known(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select acting_may('share-evaluations') and exists (
    select from evaluation_people people join evaluations evaluation on evaluation.id = people.evaluation_id
    where evaluation.id = wanted and evaluation.organisation_id = acting_organisation()
  )
$$;
revoke all on function are_people_known(uuid) from public;
grant execute on function are_people_known(uuid) to waymark_app;
