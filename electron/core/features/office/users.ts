import { createHash } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import type { Role } from '../../api/roles.ts';
import type { Sql } from '../../vault/database/sql.ts';
import type { UserRow } from './model.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly sign_key: string;
  readonly active: number;
  readonly since: string;
}

export function listUsers(sql: Sql): UserRow[] {
  return sql
    .all<Row>('SELECT id, name, sign_key, active, since FROM user ORDER BY active DESC, name')
    .map((row) => toUser(sql, row));
}

export function userById(sql: Sql, id: string): UserRow {
  const row = sql.get<Row>('SELECT id, name, sign_key, active, since FROM user WHERE id = ?', [id]);
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
  return toUser(sql, row);
}

function toUser(sql: Sql, row: Row): UserRow {
  const held = sql.all<{ role: Role }>('SELECT role FROM user_role WHERE user = ? ORDER BY role', [row.id]);
  return {
    id: row.id,
    name: row.name,
    roles: held.map((each) => each.role),
    active: row.active === 1,
    since: row.since,
    fingerprint: sshFingerprint(row.sign_key),
  };
}

/** `SHA256:…` as `ssh-keygen -l` prints it: over the wire form of the public key (RFC 8709). */
export function sshFingerprint(signKey: string): string {
  const field = (bytes: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const wire = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(Buffer.from(signKey, 'base64'))]);
  return `SHA256:${createHash('sha256').update(wire).digest('base64').replace(/=+$/, '')}`;
}
