/**
 * Citus itself is not among what the tests run on. These stand in for its functions on a plain
 * PostgreSQL: they move nothing, and refuse what Citus documents that it refuses. Sources: Citus's
 * pages "Creating and Modifying Distributed Tables" (unique keys hold the distribution column;
 * foreign keys run between colocated tables and hold it, or to a reference table) and "Citus
 * Utility Functions" (colocation); its pull request 5705 (triggers).
 */
export const standIns = `
create table placed (
  of_table regclass primary key, kind text not null, by_column text, of_group regclass
);

create function refuse_triggers(relation regclass) returns void language plpgsql as $$
declare tg record;
begin
  for tg in select tgname, tgtype from pg_trigger where tgrelid = relation and not tgisinternal loop
    if coalesce(current_setting('citus.enable_unsafe_triggers', true), 'off') not in ('on', 'true') then
      raise exception 'triggers are not supported on %', relation;
    end if;
    if tg.tgtype & 1 = 0 then
      raise exception 'statement-level trigger % on %', tg.tgname, relation;
    end if;
  end loop;
end $$;

create function refuse_incoming(relation regclass) returns void language plpgsql as $$
declare fk record;
begin
  for fk in select conname, conrelid::regclass as owner from pg_constraint c
    join placed p on p.of_table = c.conrelid
    where contype = 'f' and confrelid = relation and p.kind <> 'distributed'
  loop
    raise exception 'foreign keys from reference tables and local tables to distributed tables are not supported: % of %', fk.conname, fk.owner;
  end loop;
end $$;

create function refuse_outgoing(relation regclass) returns void language plpgsql as $$
declare fk record;
begin
  for fk in select conname, confrelid::regclass as target from pg_constraint c
    left join placed p on p.of_table = c.confrelid
    where contype = 'f' and conrelid = relation and p.kind is distinct from 'reference'
  loop
    raise exception 'a table of one place can refer to reference tables alone: % to %', fk.conname, fk.target;
  end loop;
end $$;

create function create_reference_table(relation regclass) returns void language plpgsql as $$
begin
  perform refuse_triggers(relation);
  perform refuse_outgoing(relation);
  insert into placed values (relation, 'reference', null, null);
end $$;

create function citus_add_local_table_to_metadata(relation regclass) returns void
language plpgsql as $$
begin
  perform refuse_outgoing(relation);
  insert into placed values (relation, 'local', null, null);
end $$;

create function create_distributed_table(relation regclass, by_column text, colocate_with text)
returns void language plpgsql as $$
declare
  home regclass := case when colocate_with = 'none' then relation else colocate_with::regclass end;
  col pg_attribute;
  home_type oid;
  ix record;
  fk record;
begin
  select * into strict col from pg_attribute where attrelid = relation and attname = by_column;
  if not col.attnotnull then
    raise exception 'the distribution column % of % may be null', by_column, relation;
  end if;
  if home <> relation then
    select a.atttypid into strict home_type from placed p
      join pg_attribute a on a.attrelid = p.of_table and a.attname = p.by_column
      where p.of_table = home;
    if home_type <> col.atttypid then
      raise exception 'cannot colocate % and %: their distribution columns have two types', relation, home;
    end if;
  end if;
  perform refuse_triggers(relation);
  perform refuse_incoming(relation);
  for ix in select indexrelid::regclass as name, indkey from pg_index
    where indrelid = relation and indisunique
  loop
    if not col.attnum = any (ix.indkey) then
      raise exception 'distributed relations cannot have unique keys that do not include the partition column: %', ix.name;
    end if;
  end loop;
  for fk in select c.conname, c.confrelid, c.conkey, c.confkey, c.confdeltype, p.kind, p.of_group,
      (select attnum from pg_attribute a where a.attrelid = c.confrelid and a.attname = p.by_column) as there
    from pg_constraint c left join placed p on p.of_table = c.confrelid
    where c.contype = 'f' and c.conrelid = relation
  loop
    if fk.kind = 'reference' then continue; end if;
    if fk.kind is distinct from 'distributed' or fk.of_group <> home then
      raise exception 'relations are not colocated or not referencing a reference table: %', fk.conname;
    end if;
    if array_position(fk.conkey, col.attnum) is distinct from array_position(fk.confkey, fk.there)
      or array_position(fk.conkey, col.attnum) is null then
      raise exception 'foreign keys must include the distribution column on both sides, in the same place: %', fk.conname;
    end if;
    if fk.confdeltype in ('n', 'd') then
      raise exception 'foreign keys may not set null or a default: %', fk.conname;
    end if;
  end loop;
  insert into placed values (relation, 'distributed', by_column, home);
end $$;
`;
