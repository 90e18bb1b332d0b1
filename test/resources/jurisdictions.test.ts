import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CustodiaError } from '../../electron/core/api/errors.ts';
import { custodyEvents } from '../../electron/core/features/custody/model.ts';
import { packFiles } from '../../electron/core/features/office/jurisdiction.ts';
import {
  listJurisdictions,
  loadJurisdiction,
  resourcesFolder,
} from '../../electron/core/features/office/jurisdiction-file.ts';
import {
  type AssetKind,
  assetKinds,
  assetStages,
  assetSteps,
  fieldsOfKind,
} from '../../electron/core/features/seizures/model.ts';

interface Found {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Every object inside a value, with the path that leads to it. */
function objectsIn(value: unknown, path: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const found = { path, value: { ...value } };
  return [found, ...Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${path}.${key}`))];
}

describe.each(listJurisdictions())('the pack $id', ({ id }) => {
  const folder = join(resourcesFolder(), 'jurisdictions', id);
  const pack = loadJurisdiction(id);
  const objects = Object.keys(packFiles).flatMap((file) =>
    objectsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')), file),
  );

  it('holds the files of the schema and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(packFiles).sort());
  });

  it('names a source, a day and a status for every fact', () => {
    const facts = objects.filter(({ value }) => 'name' in value || 'pattern' in value);
    expect(facts.length).toBeGreaterThan(80);
    for (const { path, value } of facts) {
      expect(value, path).toMatchObject({
        source: expect.stringMatching(/\S{3}/),
        checked: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        status: expect.stringMatching(/^(read|toConfirm)$/),
      });
    }
  });

  it('says everything in Spanish and in English', () => {
    const labels = objects.filter(({ value }) => 'es' in value || 'en' in value);
    expect(labels.length).toBeGreaterThan(100);
    for (const { path, value } of labels) {
      expect(Object.keys(value).sort(), path).toEqual(['en', 'es']);
      expect(String(value.es).trim(), path).not.toBe('');
      expect(String(value.en).trim(), path).not.toBe('');
    }
  });

  it('labels exactly the custody events that exist', () => {
    expect(pack.custodyEvents.map((event) => event.id)).toEqual([...custodyEvents]);
  });

  it('labels exactly the kinds, stages and steps of seizures that exist', () => {
    expect(pack.assetKinds.map(({ id }) => id)).toEqual([...assetKinds]);
    expect(pack.seizureStages.map(({ id }) => id)).toEqual([...assetStages]);
    expect(pack.seizureMeasures.map(({ id }) => id)).toEqual([...assetSteps]);
  });

  it('has forms of numbers that compile, of fields that their kind has', () => {
    for (const { id: kind, forms = [] } of pack.assetKinds)
      for (const { field, form } of forms) {
        expect(() => new RegExp(form, 'u')).not.toThrow();
        expect(fieldsOfKind[kind as AssetKind], kind).toContain(field);
      }
  });

  it('has the terms that registers count by', () => {
    const ids = pack.terms.map(({ id }) => id);
    for (const needed of ['seizureConfirm', 'seizureProvisional', 'seizureAccount', 'seizureCheck'])
      expect(ids).toContain(needed);
  });

  it('has a currency, a locale and a time zone that the program can use', () => {
    expect(Intl.supportedValuesOf('currency')).toContain(pack.currency.code);
    expect(Intl.supportedValuesOf('timeZone')).toContain(pack.timeZone);
    expect(Intl.DateTimeFormat.supportedLocalesOf(pack.locale)).toEqual([pack.locale]);
  });

  it('shows its own numbering in the example', () => {
    const { pattern, example } = pack.caseNumbering;
    const shown = pattern
      .replace('{year}', '2026')
      .replace(/\{seq:(\d)\}/, (_, width) => '1'.padStart(+width, '0'));
    expect(example).toBe(shown);
  });

  it('has patterns of documents that compile', () => {
    for (const type of pack.documentTypes) expect(() => new RegExp(type.pattern ?? '')).not.toThrow();
  });
});

describe('the pack bolivia', () => {
  const pack = loadJurisdiction('bolivia');

  it('offers no former article as one in force', () => {
    const former = pack.offences.filter((offence) => offence.formerly);
    expect(former.map((offence) => offence.article)).toEqual(['281 ter', '281 quater']);
  });

  it('claims to have read nothing that it says was not read', () => {
    const seizures = [...pack.assetKinds, ...pack.seizureStages, ...pack.seizureMeasures];
    const common = [...pack.offences, ...pack.stages, ...pack.personRoles, ...pack.evidenceSources];
    const facts = [...common, ...pack.terms, ...seizures];
    for (const fact of facts.filter((each) => each.status === 'read')) {
      expect(fact.source, fact.id).not.toMatch(/no leído|secundaria|Término de trabajo/);
    }
  });

  it('has nine departments with nine suffixes', () => {
    expect(new Set(pack.departments.map((each) => each.ciSuffix)).size).toBe(9);
    const ci = new RegExp(pack.documentTypes.find((type) => type.id === 'ci')?.pattern ?? '(?!)');
    for (const { ciSuffix } of pack.departments) expect(`1234567 ${ciSuffix}`).toMatch(ci);
    expect('1234567 XX').not.toMatch(ci);
  });
});

describe('the schema', () => {
  const [offence] = loadJurisdiction('bolivia').offences;

  it.each(['source', 'checked', 'status', 'name'])('refuses a fact without %s', (key) => {
    const maimed = { ...offence, [key]: undefined };
    expect(packFiles['offences.json'].safeParse([maimed]).success).toBe(false);
  });

  it('refuses a label in one language, an id twice and a key that nobody knows', () => {
    const schema = packFiles['offences.json'];
    expect(schema.safeParse([offence]).success).toBe(true);
    expect(schema.safeParse([{ ...offence, name: { es: 'Trata' } }]).success).toBe(false);
    expect(schema.safeParse([offence, offence]).success).toBe(false);
    expect(schema.safeParse([{ ...offence, penalty: 10 }]).success).toBe(false);
  });

  it('refuses a numbering without year or sequence', () => {
    const { caseNumbering } = loadJurisdiction('bolivia');
    for (const pattern of ['FETP-{seq:4}', 'FETP-{year}', 'FETP-{year}-{seq}']) {
      expect(packFiles['case-numbering.json'].safeParse({ ...caseNumbering, pattern }).success).toBe(false);
    }
  });
});

describe('loadJurisdiction', () => {
  it.each(['atlantis', '..', '../jurisdictions/bolivia', ''])('refuses %j, which is no pack', (id) => {
    expect(() => loadJurisdiction(id)).toThrow(CustodiaError);
  });
});
