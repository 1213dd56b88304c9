import type { Pool } from "pg";
import { DatabaseError } from "../database-error.ts";

/**
 * Refuses to serve as a role that row-level security does not bind, or that could switch it off:
 * superuser, BYPASSRLS, owner of a table, or able to become one of these.
 */
export async function requireBoundRole(pool: Pool): Promise<void> {
  const found = await pool.query<{ role: string; reason: string }>(`
    with recursive reachable as (
      select oid, rolname, rolsuper, rolbypassrls from pg_roles where rolname = session_user
      union
      select parent.oid, parent.rolname, parent.rolsuper, parent.rolbypassrls
      from reachable
      join pg_auth_members membership on membership.member = reachable.oid
      join pg_roles parent on parent.oid = membership.roleid
    )
    select session_user::text as role,
      case
        when rolsuper then 'superuser'
        when rolbypassrls then 'bypass-row-level-security'
        else 'owner'
      end as reason
    from reachable
    where rolsuper or rolbypassrls or exists (
      select from pg_class
      where relowner = reachable.oid and relkind in ('r', 'p')
        and relnamespace = 'public'::regnamespace
    )
    limit 1
  `);
  const [unsafe] = found.rows;
  if (unsafe !== undefined) throw new DatabaseError("database-role-unsafe", unsafe);
}
