-- A statement that leaves a booking as it is frees nothing, and is no fault.
create or replace function free_place() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.freed_at is not distinct from old.freed_at then return null; end if;
  if old.freed_at is not null then
    raise exception 'A place is freed once' using errcode = 'check_violation';
  end if;
  update service_times set taken = taken - 1 where time_id = new.time_id;
  return null;
end $$;
