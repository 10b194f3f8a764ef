-- What is asked for with every command on a case, in one statement: its chain and that of its audit record are locked until
-- the transaction ends, and then it is said where both end and when the last event was recorded. Each side reads the moment
-- where it may; the statements in here see what was committed while the lock was waited for.

create function lock_case(of_case uuid, out sequence bigint, out hash text, out last_at timestamptz,
  out audit_sequence bigint, out audit_previous_hash text)
language plpgsql set search_path = public, pg_temp as $$
begin
  select head.next_sequence - 1, head.previous_hash into sequence, hash from next_in_chain('case', of_case::text) head;
  select head.next_sequence, head.previous_hash into audit_sequence, audit_previous_hash
    from next_in_chain('audit', 'case:' || of_case) head;
  select coalesce(
    (select progress.updated_at from case_progress progress where progress.case_id = of_case),
    (select progress.last_recorded_at from provider_progress progress where progress.case_id = of_case)
  ) into last_at;
end $$;
revoke execute on function lock_case from public;
grant execute on function lock_case to waymark_app;

-- Nothing hinders the audit record's own triggers from saying that it is kept: a key that leads to it is not needed for
-- rows that triggers alone write.
alter table audit_of_others drop constraint audit_of_others_chain_sequence_fkey;

-- Whoever looks at a case of a force, or tries to, may be of any other.
create or replace function audited_accounts(named text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from accounts where acting_may('read-audit') and strpos(lower(name), lower(named)) > 0
$$;
