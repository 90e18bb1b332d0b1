import { readStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { originOf } from '../../vault/checkpoint-file.ts';
import { rawPublicKey, sshFingerprint } from '../../vault/sshsig.ts';
import type { Occasion } from './material.ts';

/** The signed-in user's name, for the signature's principal. */
export const exporterName = readStep(
  'bundles.exporter',
  ({ sql, actor }, _input: null): string =>
    sql.get<{ name: string }>('SELECT name FROM user WHERE id = ?', [actor.user])?.name ?? actor.user,
);

/** What a bundle says of its own making, as of now: who, when, with which key, at which point of the journal. */
export async function occasionOf(
  services: Services,
  what: Pick<Occasion, 'title' | 'composition' | 'unreadable'>,
  head: { readonly size: number; readonly root: string },
): Promise<Occasion> {
  const { user, keys } = services.session();
  const name = await services.step(exporterName, null);
  return {
    ...what,
    exportedAt: new Date().toISOString(),
    exportedBy: name,
    principal: principalOf(name),
    signer: sshFingerprint(rawPublicKey(user.signKey)),
    checkpoint: { origin: originOf(keys.workstation), ...head },
  };
}

/** Letters, digits and hyphens of a text, as file names and signatures take them everywhere. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Who signs, as `ssh-keygen -I` takes it: `amalia-rocabado`. */
export function principalOf(name: string): string {
  return plain(name).toLowerCase().slice(0, 60) || 'custodia';
}
