-- What stands beside the chains is chained as well: each change of a row about a person, a referral, a note or an account
-- leaves an entry with the hash of the row's content, and `waymark audit verify` compares the last entry of each row with
-- the row as it stands. And no chain takes an entry any more whose hash is not that of its content.
-- A later migration that changes rows of these tables first says so:
-- select set_config('waymark.purpose', 'migration', true);

-- JSON in the one form that src/shared/canonical-json.ts writes. Keys are ordered by their bytes, which for keys of
-- this program (none is outside the basic plane) is the order of their code units.
create function canonical_number(value jsonb) returns text
language plpgsql immutable parallel safe set extra_float_digits = 1 as $$
declare
  as_written text := value #>> '{}';
  number float8;
  shortest text;
begin
  if as_written ~ '^(0|-?[1-9][0-9]{0,14})$' then return as_written; end if;
  number := as_written::float8;
  shortest := number::text;
  return case
    when number = 0 then '0'
    when abs(number) >= 1e21 then shortest
    when abs(number) < 1e-6 then regexp_replace(shortest, 'e-0*', 'e-')
    else trim_scale(shortest::numeric)::text
  end;
end $$;

create function canonical_json(value jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  kind text := jsonb_typeof(value);
  members text;
begin
  if kind = 'object' then
    select string_agg(
        to_json(one.key)::text || ':' ||
          case when jsonb_typeof(one.value) in ('string', 'boolean', 'null') then one.value::text
            else canonical_json(one.value) end,
        ',' order by one.key collate "C")
      into members from jsonb_each(value) one;
    return '{' || coalesce(members, '') || '}';
  elsif kind = 'array' then
    select string_agg(
        case when jsonb_typeof(one.value) in ('string', 'boolean', 'null') then one.value::text
          else canonical_json(one.value) end,
        ',' order by one.place)
      into members from jsonb_array_elements(value) with ordinality one (value, place);
    return '[' || coalesce(members, '') || ']';
  elsif kind = 'number' then
    return canonical_number(value);
  end if;
  return value::text;
end $$;

create function entry_hash(previous_hash text, payload jsonb) returns text
language sql immutable parallel safe as $$
  select encode(sha256(convert_to('["' || previous_hash || '",' || canonical_json(payload) || ']', 'UTF8')), 'hex')
$$;

-- A moment as the program writes it.
create function in_iso(moment timestamptz) returns text language sql stable parallel safe
  as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- After an entry is in its chain (and row-level security has let it in): its hash is that of its content. Arguments: the
-- columns that are not hashed.
create function check_entry_hash() returns trigger language plpgsql as $$
declare
  payload jsonb := to_jsonb(new) - '{previous_hash,hash}'::text[] - coalesce(tg_argv[0:], '{}')
    || jsonb_build_object('recorded_at', in_iso(new.recorded_at));
begin
  -- Entries in shape 1 were hashed before there were shapes.
  if new.shape = 1 then payload := payload - 'shape'; end if;
  if new.hash is distinct from entry_hash(new.previous_hash, payload) then
    raise exception 'Entry % of % does not have the hash of its content', new.sequence, tg_table_name
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger audit_entries_have_their_hash after insert on audit_entries
  for each row execute function check_entry_hash();
create trigger case_events_have_their_hash after insert on case_events
  for each row execute function check_entry_hash('account_id', 'organisation_id');

-- One chain for each row, `<table>:<key>`: whoever changes a row has it locked anyway, and nobody waits for anybody else.
create table row_entries (
  chain         text collate "C" not null,
  sequence      bigint      not null check (sequence >= 1),
  recorded_at   timestamptz not null,
  -- The columns that the table then had, and the hash of what stood in them; null where the row was removed.
  columns       text        not null,
  content       text        check (content ~ '^[0-9a-f]{64}$'),
  -- The role of the database that wrote the row: the program's are waymark_app and waymark_system.
  written_by    text        not null,
  account_id    uuid,
  purpose       text,
  previous_hash text        not null,
  hash          text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (chain, sequence)
);
create trigger row_entries_are_kept before update or delete or truncate on row_entries
  for each statement execute function deny_change();
alter table row_entries enable row level security;
alter table row_entries force row level security;
grant select on row_entries to waymark_system;
create policy read_to_verify on row_entries for select to waymark_system
  using ((select acting_purpose()) = 'verify-audit');
create policy read_to_verify_by_function on row_entries for select to current_user
  using ((select acting_purpose()) = 'verify-audit');
create policy written_by_triggers on row_entries for insert to current_user with check (true);

create function recorded_tables() returns table (name text, key text[]) language sql immutable as $$
  values
    ('cases', '{force,case_id}'::text[]),
    ('case_progress', '{force,case_id}'),
    ('referrals', '{force,referral_id}'),
    ('condition_proposals', '{force,proposal_id}'),
    ('treatment_records', '{force,record_id}'),
    ('organisations', '{id}'),
    ('accounts', '{id}'),
    ('memberships', '{id}')
$$;

-- The hash of a row's content, in the columns that it had when it was recorded.
create function content_hash(content jsonb, columns text) returns text
language sql immutable parallel safe as $$
  select encode(sha256(convert_to(
    (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(content) where key = any (string_to_array(columns, ',')))::text,
    'UTF8')), 'hex')
$$;

create function row_chain(table_name text, key text[], content jsonb) returns text
language sql immutable parallel safe as $$
  select table_name || ':' || (select string_agg(content ->> part, '/' order by place)
    from unnest(key) with ordinality parts (part, place))
$$;

create function record_content(this_chain text, content jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  expected record;
  columns_now text := coalesce((select string_agg(key, ',' order by key collate "C") from jsonb_object_keys(content) key), '');
  entry jsonb;
begin
  select * into expected from next_in_chain('row', this_chain);
  entry := jsonb_build_object(
    'chain', this_chain,
    'sequence', expected.next_sequence,
    'recorded_at', in_iso(now()),
    'columns', columns_now,
    'content', case when content is not null then content_hash(content, columns_now) end,
    'written_by', current_setting('role'),
    'account_id', acting_account(),
    'purpose', acting_purpose(),
    'previous_hash', expected.previous_hash
  );
  entry := entry || jsonb_build_object('hash', entry_hash(expected.previous_hash, entry - 'previous_hash'));
  insert into row_entries select * from jsonb_populate_record(null::row_entries, entry);
  update chain_heads set sequence = expected.next_sequence, hash = entry ->> 'hash'
    where kind = 'row' and chain = this_chain;
end $$;
revoke all on function record_content(text, jsonb) from public;

-- Arguments: the columns of the table's key.
create function record_row() returns trigger
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
  if tg_op = 'DELETE' then
    perform record_content(row_chain(tg_table_name, tg_argv, to_jsonb(old)), null);
  else
    perform record_content(row_chain(tg_table_name, tg_argv, to_jsonb(new)), to_jsonb(new));
  end if;
  return null;
end $$;

-- What stands otherwise than it was recorded: `changed`, `removed`, `unrecorded` (there is a row and no entry), `outside`
-- (an entry was left by somebody else than the program). Of an event, that its author is not whom its columns name.
create function rows_not_as_recorded() returns table (chain text, sequence bigint, difference text)
language plpgsql stable security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  one record;
begin
  if acting_purpose() is distinct from 'verify-audit' then
    raise exception 'Only the verification reads every row' using errcode = 'insufficient_privilege';
  end if;
  for one in select * from recorded_tables() loop
    return query execute format($query$
      select coalesce(recorded.chain, standing.chain) collate "C", coalesce(recorded.sequence, 0),
        case
          when standing.content is null then 'removed'
          when recorded.content is null then 'unrecorded'
          else 'changed'
        end
      from (
        select distinct on (entry.chain) entry.chain, entry.sequence, entry.columns, entry.content
        from row_entries entry where entry.chain >= %1$L || ':' and entry.chain < %1$L || ';'
        order by entry.chain, entry.sequence desc
      ) recorded
      full join (
        select row_chain(%1$L, %2$L, to_jsonb(standing_row)) collate "C" as chain, to_jsonb(standing_row) as content from %1$I standing_row
      ) standing on standing.chain = recorded.chain
      where recorded.content is distinct from
        case when standing.content is not null then content_hash(standing.content, coalesce(recorded.columns, '')) end
    $query$, one.name, one.key);
  end loop;
  return query
    select entry.chain, min(entry.sequence), 'outside' from row_entries entry
    where entry.written_by not in ('waymark_app', 'waymark_system') and entry.purpose is distinct from 'migration'
    group by entry.chain;
  return query
    select event.case_id::text, event.sequence, 'author' from case_events event
    where event.account_id::text is distinct from event.author ->> 'accountId';
end $$;
revoke all on function rows_not_as_recorded() from public;
grant execute on function rows_not_as_recorded() to waymark_system;

select set_config('waymark.purpose', 'migration', true);

create policy read_to_verify_by_function on case_events for select to current_user
  using ((select acting_purpose()) = 'verify-audit');

do $$
declare
  one record;
begin
  for one in select * from recorded_tables() loop
    execute format('create policy read_to_verify_by_function on %I for select to current_user
      using ((select acting_purpose()) = ''verify-audit'')', one.name);
    -- What stands already is recorded as it stands.
    execute format('alter table %I no force row level security', one.name);
    execute format('select record_content(row_chain(%1$L, %2$L, to_jsonb(standing_row)), to_jsonb(standing_row)) from %1$I standing_row',
      one.name, one.key);
    execute format('alter table %I force row level security', one.name);
    execute format('create trigger %I after insert or update or delete on %I for each row execute function record_row(%s)',
      one.name || '_are_recorded', one.name,
      (select string_agg(quote_literal(part), ', ') from unnest(one.key) part));
  end loop;
end $$;
