import { readStep } from '../../../api/procedure.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { showCase } from '../../cases/index.ts';
import { protectedMarksOfCase, shownPeople } from '../../marking/index.ts';
import { loadJurisdiction, readSettings } from '../../office/index.ts';
import type { ProtectedData, ProtectionRule } from '../../office/jurisdiction.ts';
import { knownAgents } from '../../operations/index.ts';
import { type IdentifyingFacts, identifyingFacts } from '../../people/index.ts';
import type { SealedIdentity } from '../../people/model.ts';
import { recordedPeople } from '../../testimony/index.ts';
import type { Audience } from '../model.ts';
import type { KeptKind, ProtectedPerson, ProtectedTerm, Protection, Shown } from './model.ts';
import { keptOf } from './rules.ts';
import {
  addressTerms,
  contactsIn,
  dayTerms,
  distinct,
  documentTerms,
  namesIn,
  nameTerms,
  phoneTerms,
  plainWord,
} from './variants.ts';

export interface ProtectionInput {
  readonly case: string;
  readonly audience: Audience;
  /** What was in the seals that could be opened, by person. */
  readonly opened: Readonly<Record<string, SealedIdentity>>;
}

/** Whom a bundle for this recipient does not show, and every term by which they could be known. */
export const collectProtection = readStep(
  'bundles.collectProtection',
  ({ sql, actor }, input: ProtectionInput): Protection => protectionOf(sql, input, actor.user),
);

/** Whether a bundle for this recipient protects unless somebody decides otherwise. */
export const protectsByDefault = readStep(
  'bundles.protectsByDefault',
  ({ sql }, audience: Audience): boolean =>
    loadJurisdiction(readSettings(sql).jurisdiction).protectionAudiences.some(
      ({ id, protects }) => id === audience && protects,
    ),
);

/** What a case's people are known by, to those who are protected from a recipient. */
export function protectionOf(sql: Sql, input: ProtectionInput, asking: string): Protection {
  const { language, jurisdiction } = readSettings(sql);
  const pack = loadJurisdiction(jurisdiction);
  const everybody = identifyingFacts(sql, input.case, asking);
  const day = dayOf(sql, input.case);
  const counted = new Map<string, number>();
  const markOf = (rule: ProtectionRule): string => {
    const label = rule.mark[language];
    counted.set(label, (counted.get(label) ?? 0) + 1);
    return `${label} ${counted.get(label) ?? 1}`;
  };
  const kept = everybody.flatMap((facts) => {
    const found = keptOf(facts, pack.protectionRules, input.audience, day);
    return found === null ? [] : [{ facts, ...found, mark: markOf(found.rule) }];
  });
  const others = [
    ...everybody.filter(({ id }) => !kept.some(({ facts }) => facts.id === id)).map(({ name }) => name),
    ...sql.all<{ name: string }>('SELECT name FROM user').map(({ name }) => name),
    ...pack.departments.flatMap(({ name, capital }) => [name.es, capital]),
  ];
  const sealedRole = (role: string): boolean =>
    pack.personRoles.some(({ id, identity }) => id === role && identity === 'sealed');
  const people = kept.map(({ facts, rule, rules, kinds, mark }): ProtectedPerson => {
    const opened = input.opened[facts.id];
    const sealed =
      facts.seal === null ? 'none' : opened !== undefined ? 'opened' : facts.seal.mine ? 'mine' : 'others';
    return { id: facts.id, mark, rules, kinds, ground: rule.ground, sealed };
  });
  const terms = people.flatMap((person, at) => {
    const { facts } = kept[at] ?? {};
    if (facts === undefined) return [];
    const coded = sealedRole(facts.role) && facts.seal !== null;
    return termsOfPerson(person, writtenOf(facts, coded, input.opened[person.id], others));
  });
  return {
    audience: input.audience,
    unchecked: pack.protectionAudiences.find(({ id }) => id === input.audience)?.unchecked ?? 'tell',
    people,
    terms: distinct([
      ...terms,
      ...agentTerms(sql, input, asking, pack.protectionRules, language),
      ...markedTerms(sql, input.case),
    ]),
    shown: shownOn(sql, input.case, people),
  };
}

type Written = ReturnType<typeof nameTerms>[number] & { readonly kind: KeptKind };

/** All that the file, and the seal where it was opened, say of a person, as it may be written. */
function writtenOf(
  facts: IdentifyingFacts,
  coded: boolean,
  identity: SealedIdentity | undefined,
  others: readonly string[],
): Written[] {
  const as = (kind: KeptKind, terms: ReturnType<typeof nameTerms>): Written[] =>
    terms.map((term) => ({ ...term, kind }));
  const names = (kind: KeptKind, text: string): Written[] =>
    as(
      kind,
      namesIn(text).flatMap((name) => nameTerms(name, others)),
    );
  const fromNotes = (text: string): Written[] => {
    const { phones, addresses } = contactsIn(text);
    return [...as('phone', phones), ...as('address', addresses)];
  };
  const byField = {
    // A former name is no code name: it was taken away.
    name: (text: string, current: boolean) =>
      coded && (current || plainWord(text) === plainWord(facts.name))
        ? as('codeName', [{ text, wholeWord: true }])
        : names('name', text),
    document: (text: string) => as('document', documentTerms(text)),
    birthDate: (text: string) => as('birthDate', dayTerms(text)),
    phone: (text: string) => as('phone', phoneTerms(text)),
    address: (text: string) => as('address', addressTerms(text)),
    notes: fromNotes,
  };
  const written = facts.values.flatMap(({ field, value, current }) => byField[field](value, current));
  if (identity === undefined) return written;
  return [
    ...written,
    ...names('name', identity.trueName),
    ...as('document', documentTerms(identity.document)),
    ...(identity.whereabouts.trim() === '' ? [] : as('address', addressTerms(identity.whereabouts))),
    ...fromNotes(`${identity.notes}\n${identity.whereabouts}`),
  ];
}

function termsOfPerson(
  { kinds, ground, mark }: ProtectedPerson,
  written: readonly Written[],
): ProtectedTerm[] {
  const isKept = (kind: KeptKind): boolean =>
    kind !== 'marked' && kinds.includes(kind satisfies ProtectedData);
  return written
    .filter(({ kind, text }) => isKept(kind) && text.trim().length > 1)
    .map((term) => {
      const named = term.kind === 'name' || term.kind === 'codeName';
      return { ...term, ground, groundText: '', mark, ...(named ? { instead: `[${mark}]` } : {}) };
    });
}

/** Code names of agents, of operations that the case was told of or in which who exports takes part. */
function agentTerms(
  sql: Sql,
  { case: caseId, audience }: ProtectionInput,
  asking: string,
  rules: readonly ProtectionRule[],
  language: 'es' | 'en',
): ProtectedTerm[] {
  const rule = rules.find((each) => each.agents && each.keepBack[audience].includes('codeName'));
  if (rule === undefined) return [];
  return knownAgents(sql, caseId, asking).map((codeName, at) => {
    const mark = `${rule.mark[language]} ${at + 1}`;
    const { ground } = rule;
    return {
      text: codeName,
      wholeWord: true,
      kind: 'codeName',
      ground,
      groundText: '',
      mark,
      instead: `[${mark}]`,
    };
  });
}

/** What somebody marked by hand on one exhibit is looked for in all of them. */
function markedTerms(sql: Sql, caseId: string): ProtectedTerm[] {
  return protectedMarksOfCase(sql, caseId).map(({ term, ground, groundText }) => ({
    ...term,
    kind: 'marked',
    ground,
    groundText,
    mark: '',
  }));
}

/** Who is seen or heard on which exhibit: testimonies, and exhibits that were tied to a person whom they show. */
function shownOn(sql: Sql, caseId: string, people: readonly ProtectedPerson[]): Record<string, Shown[]> {
  const shown: Record<string, Shown[]> = {};
  const add = (exhibit: string, person: string, kinds: readonly Shown['what'][]): void => {
    const found = people.find(({ id }) => id === person);
    if (found === undefined) return;
    const { mark, ground } = found;
    const kept = kinds.filter((what) => found.kinds.includes(what));
    shown[exhibit] = [...(shown[exhibit] ?? []), ...kept.map((what) => ({ what, mark, ground }))];
  };
  for (const { exhibit, person } of recordedPeople(sql, caseId)) add(exhibit, person, ['voice', 'face']);
  for (const { exhibit, person } of shownPeople(sql, caseId)) add(exhibit, person, ['face', 'voice']);
  return shown;
}

/** Whoever was under age when the case began stays protected. */
function dayOf(sql: Sql, caseId: string): string {
  const openedOn = showCase(sql, caseId).fields.openedOn.value;
  return typeof openedOn === 'string' && openedOn !== '' ? openedOn : new Date().toISOString().slice(0, 10);
}
