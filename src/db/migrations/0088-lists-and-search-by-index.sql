-- Lists, search and the audit record of a force by index (docs/decisions/0044).

select set_config('waymark.purpose', 'migration', true);

-- Search. Small letters without accents: the same for what stands and for what is looked for.
create function folded(words text) returns text language sql immutable parallel safe as $$
  select replace(replace(replace(replace(
    translate(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), 'øłđðħı', 'olddhi'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

-- The words looked for: `O’Brien-Smith` is `obrien` and `smith`.
create function words_sought(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct word), '{}')
  from regexp_split_to_table(
    regexp_replace(folded(words), '[''’‘ʼ`´]', '', 'g'), '[\s!-/:-@\[-`{-~\u00b7\u2010-\u2015]+') word
  where word <> ''
$$;

-- The words by which something is found: those that would be looked for, also where somebody leaves out the hyphen
-- (`obriensmith`) or puts a space for the apostrophe (`o`, `brien`). Each stands between spaces.
create function words_found_by(words text) returns text language sql immutable parallel safe as $$
  select ' ' || coalesce(string_agg(word, ' ' order by word collate "C"), '') || ' ' from (
    select unnest(words_sought(words)) as word
    union
    select unnest(words_sought(regexp_replace(folded(words), '[''’‘ʼ`´]', ' ', 'g')))
    union
    select regexp_replace(chunk, '[''’‘ʼ`´!-/:-@\[-`{-~\u00b7\u2010-\u2015]+', '', 'g')
    from regexp_split_to_table(folded(words), '\s+') chunk
  ) found
  where word <> ''
$$;

-- What is asked of such words: one of a letter or two begins a word, a longer one stands anywhere in one.
create function pattern_sought(word text) returns text language sql immutable parallel safe as $$
  select case when length(word) < 3 then '% ' else '%' end || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
create function patterns_sought(sought text[]) returns text[] language sql immutable parallel safe as $$
  select array(select pattern_sought(word) from unnest(sought) word)
$$;

-- For the index: each three letters of a word, and the one or two that it begins with, within the force or organisation that
-- may look. With it nobody's search reads what stands in another's.
create function grams(of_whom text, words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct of_whom || ' ' || gram), '{}') from (
    select substr(word, place, 3) as gram
    from string_to_table(words, ' ') word, generate_series(1, length(word) - 2) place
    union all
    select '^' || left(word, letters) from string_to_table(words, ' ') word, generate_series(1, 2) letters where word <> ''
  ) every
$$;
create function grams_sought(of_whom text, sought text[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct of_whom || ' ' || gram), '{}') from (
    select substr(word, place, 3) as gram from unnest(sought) word, generate_series(1, length(word) - 2) place
    union all
    select '^' || word from unnest(sought) word where length(word) < 3
  ) every
$$;

create table case_words (
  force           text not null,
  case_id         uuid not null,
  organisation_id uuid not null references organisations,
  words           text not null,
  primary key (force, case_id),
  foreign key (force, case_id) references cases
);
create table referral_words (
  force           text not null,
  referral_id     uuid not null,
  organisation_id uuid not null references organisations,
  words           text not null,
  primary key (organisation_id, referral_id),
  foreign key (force, referral_id) references referrals
);

-- The audit record: the entries that a force may read though they are not of its own people. What others do to its cases,
-- and what is tried at the accounts of its people by nobody who is signed in.
create table audit_of_others (
  force       text        not null,
  recorded_at timestamptz not null,
  chain       text        collate "C" not null,
  sequence    bigint      not null,
  action      text        not null,
  account_id  uuid,
  primary key (force, chain, sequence),
  foreign key (chain, sequence) references audit_entries
);
create index audit_of_others_by_moment on audit_of_others (force, recorded_at desc, chain, sequence desc);
create index audit_of_others_by_action on audit_of_others (force, action, recorded_at desc, chain, sequence desc);
create index audit_of_others_by_account on audit_of_others (force, account_id, recorded_at desc, chain, sequence desc);
create index audit_entries_by_force on audit_entries (force, recorded_at desc, chain, sequence desc);
create index audit_entries_by_action on audit_entries (force, action, recorded_at desc, chain, sequence desc);
drop index audit_entries_by_moment;

create function case_in_subject(subject text) returns uuid language sql immutable parallel safe as $$
  select case when subject ~ '^case:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then substr(subject, 6)::uuid end
$$;
create function account_in_subject(subject text) returns uuid language sql immutable parallel safe as $$
  select case when subject ~ '^account:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then substr(subject, 9)::uuid end
$$;

-- What stands already. The owner of the tables is under row-level security too.
alter table cases no force row level security;
alter table referrals no force row level security;
alter table audit_entries no force row level security;
alter table memberships no force row level security;
alter table organisations no force row level security;
insert into case_words (force, case_id, organisation_id, words)
select force, case_id, organisation_id, words_found_by(person_name || ' ' || reference) from cases;
insert into referral_words (force, referral_id, organisation_id, words)
select force, referral_id, organisation_id, words_found_by(concat_ws(' ', hand_over ->> 'name', reference)) from referrals;
insert into audit_of_others (force, recorded_at, chain, sequence, action, account_id)
select known.force, entry.recorded_at, entry.chain, entry.sequence, entry.action, entry.account_id
from audit_entries entry join cases known on known.case_id = case_in_subject(entry.subject)
where entry.force is distinct from known.force
union
select organisation.force, entry.recorded_at, entry.chain, entry.sequence, entry.action, entry.account_id
from audit_entries entry
join memberships member on member.account_id = account_in_subject(entry.subject)
join organisations organisation on organisation.id = member.organisation_id
where entry.account_id is null and entry.force is null and organisation.force is not null;
alter table cases force row level security;
alter table referrals force row level security;
alter table audit_entries force row level security;
alter table memberships force row level security;
alter table organisations force row level security;

create index case_words_by_gram on case_words using gin (grams(force, words)) with (fastupdate = off);
create index referral_words_by_gram on referral_words using gin (grams(organisation_id::text, words)) with (fastupdate = off);

-- Triggers keep all three, and nobody else. They follow rows whose every change is recorded.
do $$
declare
  one text;
begin
  foreach one in array array['case_words', 'referral_words', 'audit_of_others'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy kept_by_triggers on %I for all to current_user
      using (pg_trigger_depth() > 0) with check (pg_trigger_depth() > 0)', one);
    execute format('create policy read_to_back_up on %I for select to current_user
      using ((select acting_purpose()) = ''back-up'')', one);
  end loop;
end $$;

create policy read_to_search on case_words for select to current_user using (true);
create policy read_to_search on referral_words for select to current_user using (true);
grant select on case_words, referral_words to waymark_app;
create policy seen_by_the_force on case_words for select to waymark_app
  using (force = (select acting_police_force()));
create policy seen_by_the_provider on referral_words for select to waymark_app
  using ((select acting_may('see-referrals')) and organisation_id = (select acting_organisation()));

create function keep_case_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_words (force, case_id, organisation_id, words)
  values (new.force, new.case_id, new.organisation_id, words_found_by(new.person_name || ' ' || new.reference))
  on conflict (force, case_id) do update set words = excluded.words;
  return null;
end $$;
create trigger cases_are_found_when_added after insert on cases
  for each row execute function keep_case_words();
create trigger cases_are_found_when_changed after update on cases
  for each row when (new.person_name <> old.person_name or new.reference <> old.reference)
  execute function keep_case_words();

create function keep_referral_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into referral_words (force, referral_id, organisation_id, words)
  values (new.force, new.referral_id, new.organisation_id, words_found_by(concat_ws(' ', new.hand_over ->> 'name', new.reference)))
  on conflict (organisation_id, referral_id) do update set words = excluded.words;
  return null;
end $$;
create trigger referrals_are_found_when_added after insert on referrals
  for each row execute function keep_referral_words();
create trigger referrals_are_found_when_changed after update on referrals
  for each row when (new.hand_over ->> 'name' is distinct from old.hand_over ->> 'name' or new.reference <> old.reference)
  execute function keep_referral_words();

-- The cases and referrals that have all these words, no more than so many. A condition that is not leakproof, as those of
-- arrays and `like`, is asked by no index below a policy of somebody's rows; so these read for their owner and say
-- themselves whose they give. They give ids alone: the policies of cases and referrals decide what is shown of them.
create function cases_with_words(sought text[], up_to integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  of_whom text := acting_police_force();
  wanted text[] := grams_sought(of_whom, sought);
  patterns text[] := patterns_sought(sought);
begin
  if of_whom is null then return; end if;
  return query select found.case_id from case_words found
    where grams(found.force, found.words) @> wanted and found.force = of_whom and found.words like all (patterns)
    limit up_to;
end $$;
create function referrals_with_words(sought text[], up_to integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  of_whom uuid := case when acting_may('see-referrals') then acting_organisation() end;
  wanted text[] := grams_sought(of_whom::text, sought);
  patterns text[] := patterns_sought(sought);
begin
  if of_whom is null then return; end if;
  return query select found.referral_id from referral_words found
    where grams(found.organisation_id::text, found.words) @> wanted and found.organisation_id = of_whom
      and found.words like all (patterns)
    limit up_to;
end $$;
revoke execute on function cases_with_words, referrals_with_words from public;
grant execute on function cases_with_words, referrals_with_words to waymark_app;

-- The audit record of a force, as two views that each stand in the order of an index.
create policy read_for_the_audit on audit_of_others for select to current_user using ((select acting_may('read-audit')));
create policy read_by_triggers on cases for select to current_user using (pg_trigger_depth() > 0);
create policy read_by_triggers on memberships for select to current_user using (pg_trigger_depth() > 0);
create policy read_by_triggers on organisations for select to current_user using (pg_trigger_depth() > 0);

create function keep_audit_of_others() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_of_others (force, recorded_at, chain, sequence, action, account_id)
  select known.force, new.recorded_at, new.chain, new.sequence, new.action, new.account_id
  from cases known
  where known.case_id = case_in_subject(new.subject) and known.force is distinct from new.force
  union
  select organisation.force, new.recorded_at, new.chain, new.sequence, new.action, new.account_id
  from memberships member join organisations organisation on organisation.id = member.organisation_id
  where new.account_id is null and new.force is null and member.account_id = account_in_subject(new.subject)
    and organisation.force is not null;
  return null;
end $$;
create trigger audit_entries_are_told_to_forces after insert on audit_entries
  for each row when (new.subject like 'case:%' or (new.account_id is null and new.force is null and new.subject like 'account:%'))
  execute function keep_audit_of_others();

-- Names are looked up for what is shown, one by one: joined, they would be read for everybody first.
drop view audit_of_force;
create view audit_of_force with (security_barrier) as
  select entry.chain, entry.sequence, entry.recorded_at, entry.action, entry.account_id, entry.role, entry.subject,
    entry.details, entry.shape,
    (select name from accounts where id = entry.account_id) as account_name,
    (select name from organisations where id = entry.organisation_id) as organisation_name,
    (select reference from cases where force = (select acting_force()) and case_id = case_in_subject(entry.subject))
      as case_reference
  from audit_entries entry
  where (select acting_may('read-audit')) and entry.force = (select acting_force())
  order by entry.recorded_at desc, entry.chain, entry.sequence desc;
create view audit_of_force_by_others with (security_barrier) as
  select other.chain, other.sequence, other.recorded_at, other.action, other.account_id, entry.role, entry.subject,
    entry.details, entry.shape,
    (select name from accounts where id = entry.account_id) as account_name,
    (select name from organisations where id = entry.organisation_id) as organisation_name,
    (select reference from cases where force = (select acting_force()) and case_id = case_in_subject(entry.subject))
      as case_reference
  from audit_of_others other
  join audit_entries entry on entry.chain = other.chain and entry.sequence = other.sequence
  where (select acting_may('read-audit')) and other.force = (select acting_force())
  order by other.recorded_at desc, other.chain, other.sequence desc;
grant select on audit_of_force, audit_of_force_by_others to waymark_app;

-- What narrows the audit record: the ids of those of the force, and of providers, who have such a name, and what a
-- case of the force is as a subject.
create function audited_accounts(named text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select account.id from accounts account
  where acting_may('read-audit') and strpos(lower(account.name), lower(named)) > 0 and exists (
    select from memberships member join organisations organisation on organisation.id = member.organisation_id
    where member.account_id = account.id and (organisation.force is null or organisation.force = acting_force())
  )
$$;
create function audited_subjects(case_reference text) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select 'case:' || case_id from cases
  where acting_may('read-audit') and force = acting_force() and reference = case_reference
$$;
revoke execute on function audited_accounts, audited_subjects from public;
grant execute on function audited_accounts, audited_subjects to waymark_app;

-- The order of each list. A list is read as one branch a status, each in the order of its index.
drop index case_progress_by_status;
create index case_progress_by_status on case_progress (force, status, updated_at desc, case_id);
create index case_progress_by_last_change on case_progress (force, updated_at desc, case_id);
create index case_progress_awaiting_contact on case_progress (force, status, offer_accepted_at, case_id)
  where offer_accepted_at is not null and first_contact_at is null;
create index case_progress_by_appointment on case_progress (provider_organisation_id, next_appointment_at, case_id)
  where status = 'engaging' and next_appointment_at is not null;
drop index referrals_by_provider;
create index referrals_by_provider on referrals (organisation_id, status, referred_at, referral_id);
create index referrals_by_id on referrals (referral_id);
create index referrals_by_wait on referrals (organisation_id, referred_at, referral_id);
create index condition_proposals_unsettled on condition_proposals (force, case_id) where settled_at is null;
create index triage_drafts_unfinished on triage_drafts (account_id, updated_at desc) where finished_as is null;
create index cases_by_reference on cases (force, reference);

-- One policy for both sides, of which each has its half. Two of them are joined by `or`, and the planner would rather read
-- all that either lets through than follow the order of a list.
drop policy seen_by_the_force on referrals;
drop policy seen_by_the_provider on referrals;
create policy seen_by_its_side on referrals for select to waymark_app
  using (
    case when (select acting_police_force()) is not null then force = (select acting_police_force())
    else (select acting_may('see-referrals')) and organisation_id = (select acting_organisation())
    end
  );

-- What was decided otherwise than the rules, as the police read the log, in the order of its list.
drop index case_events_decided_otherwise;
create index case_events_otherwise on case_events (force, recorded_at desc, case_id, sequence desc)
  where type in ('decision-overridden', 'verdict-confirmed');
create view overrides_of_force with (security_barrier) as
  select force, case_id, sequence, type, crossed_data(type, shape, data, written_by_police(author)) as data,
    crossed_shape(type, shape) as shape, recorded_at, author
  from case_events
  where force = (select acting_police_force()) and type in ('decision-overridden', 'verdict-confirmed')
  order by recorded_at desc, case_id, sequence desc;
grant select on overrides_of_force to waymark_app;
