-- `waymark backup` reads every row as the owner of the tables, who else sees none of them where row-level security is forced.
-- The two roles of the application gain nothing. A later table with forced row-level security gets such a policy too; a
-- backup refuses to begin where one is missing.

do $$
declare
  one record;
begin
  for one in
    select nspname as space, relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and relforcerowsecurity and nspname in ('public', 'jobs')
  loop
    execute format('create policy read_to_back_up on %I.%I for select to current_user
      using ((select public.acting_purpose()) = ''back-up'')', one.space, one.name);
  end loop;
end $$;
