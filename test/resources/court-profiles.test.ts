import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CustodiaError } from '../../electron/core/api/errors.ts';
import {
  listProfiles,
  loadProfile,
  profileSchema,
} from '../../electron/core/features/bundles/compose/profile.ts';
import { resourcesFolder } from '../../electron/core/resources.ts';

const folder = join(resourcesFolder(), 'court-profiles');
const fileOf = (id: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Record<string, unknown>;

interface Fact {
  readonly path: string;
  readonly source: string;
  readonly status: string;
}

function factsIn(value: unknown, path: string): Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('value' in value) return [{ path, ...(value as unknown as Omit<Fact, 'path'>) }];
  return Object.entries(value).flatMap(([key, each]) => factsIn(each, `${path}.${key}`));
}

describe('the court profiles', () => {
  it('are Bolivia’s first, and those of the other courts', () => {
    const ids = listProfiles().map((each) => each.id);
    expect(ids[0]).toBe('bolivia');
    for (const country of ['peru', 'colombia', 'brasil', 'espana', 'uk']) expect(ids).toContain(country);
    expect(ids).toHaveLength(readdirSync(folder).filter((name) => name.endsWith('.json')).length);
  });

  it('are refused where nobody knows them', () => {
    for (const id of ['narnia', '../court-profiles/uk', 'README', ''])
      expect(() => loadProfile(id)).toThrow(CustodiaError);
  });

  it('are refused where numbers that were given out would change', () => {
    const peru = fileOf('peru-inverso') as { numbering: Record<string, object> };
    const late = { ...peru.numbering.late, value: 'suffix' };
    expect(profileSchema.safeParse(peru).success).toBe(true);
    expect(profileSchema.safeParse({ ...peru, numbering: { ...peru.numbering, late } }).success).toBe(false);
  });

  it.each([
    ['uk', { numbering: { unit: 'page', late: 'end' }, maxDpi: 300 }],
    ['uk-supreme', { numbering: { late: 'supplement' } }],
    ['peru', { numbering: { unit: 'sheet', corner: 'top-right' }, volume: { sheets: 200 } }],
    ['peru-inverso', { numbering: { direction: 'descending' } }],
    ['colombia', { numbering: { late: 'end' }, fileName: { longest: 40, characters: 'camelCase' } }],
    ['brasil', { pdfA: true, paper: 'a4', maxDpi: 300, volume: { bytes: 1_500_000 } }],
  ])('%s says what was read of it', (id, expected) => {
    expect(loadProfile(id)).toMatchObject(expected);
  });
});

describe.each(listProfiles())('the profile $id', ({ id }) => {
  const facts = factsIn(fileOf(id), id);

  it('is called as its file is, and fits the schema', () => {
    expect(loadProfile(id).id).toBe(id);
  });

  it('says of every fact where it comes from, and claims to have read only what it names', () => {
    expect(facts.length).toBeGreaterThan(15);
    for (const { path, source, status } of facts) {
      expect(source.length, path).toBeGreaterThan(5);
      if (status === 'read') expect(source, path).toMatch(/^As reported in \S/);
      else expect(source, path).not.toMatch(/^As reported/);
    }
  });

  it('refuses a fact without source, status or day', () => {
    const whole = fileOf(id) as { paper: Record<string, unknown> };
    for (const missing of ['source', 'status', 'checked', 'value']) {
      const paper = Object.fromEntries(Object.entries(whole.paper).filter(([key]) => key !== missing));
      expect(profileSchema.safeParse({ ...whole, paper }).success).toBe(false);
    }
  });
});
