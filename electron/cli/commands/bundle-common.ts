import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../core/api/errors.ts';
import type { Draft, DraftRow } from '../../core/features/bundles/drafts/model.ts';
import type { Section } from '../../core/features/bundles/model.ts';
import { type Client, caseId, UsageError } from '../context.ts';
import { allExhibits } from '../lists.ts';

/** Ids of the exhibits that are named, in their order; without any, of all that the case has. */
export async function chosen(
  client: Client,
  caseId: string,
  given: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (given === undefined) return (await allExhibits(client, caseId)).map((row) => row.id);
  const found: string[] = [];
  for (const each of given) {
    const place = await client.call('evidence.find', { given: each });
    if (place.case !== caseId) throw new CustodiaError('call.notFound', { what: 'exhibit' });
    found.push(place.exhibit);
  }
  return found;
}

/** `Prueba documental=E-001,E-002`: the last sign of equality parts the title from the exhibits. */
export async function sectionsOf(
  client: Client,
  caseId: string,
  given: readonly string[],
): Promise<Section[]> {
  const sections: Section[] = [];
  for (const each of given) {
    const cut = each.lastIndexOf('=');
    const numbers = each.slice(cut + 1).split(',');
    const exhibits = await chosen(client, caseId, numbers.map((number) => number.trim()).filter(Boolean));
    sections.push({
      id: randomUUID(),
      title: each.slice(0, Math.max(0, cut)).trim(),
      items: exhibits.map((exhibit) => ({ id: randomUUID(), exhibit, title: '', late: null })),
    });
  }
  return sections;
}

/** A kept bundle by its id or its name in the case. */
export async function findDraft(client: Client, caseId: string, given: string): Promise<DraftRow> {
  const drafts = await client.call('bundles.drafts', { case: caseId });
  const found = drafts.find(({ id, name }) => id === given || name === given);
  if (found !== undefined) return found;
  const known = drafts.map(({ name }) => name).join('\n');
  throw new UsageError('term', { given, known });
}

/** The newest version of a kept bundle, or the one that is asked for. */
export async function openDraft(
  client: Client,
  of: { readonly case: string; readonly version?: string },
  given: string,
): Promise<Draft & { readonly case: string }> {
  const inCase = await caseId(client, of.case);
  const { id } = await findDraft(client, inCase, given);
  const draft = await client.call('bundles.draft', {
    case: inCase,
    draft: id,
    version: versionOf(of.version),
  });
  return { ...draft, case: inCase };
}

export function versionOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new UsageError('number', { given });
  return Number(given);
}
