import { CustodiaError } from '../../api/errors.ts';
import { readStep } from '../../api/procedure.ts';
import { type CaseDetail, showCase } from '../cases/index.ts';
import { type ExhibitDetail, showExhibit } from '../evidence/index.ts';
import { type Redaction, redactionsOfContent } from '../marking/index.ts';
import { loadJurisdiction, readSettings } from '../office/index.ts';
import type { OfficeSettings } from '../office/model.ts';
import { readingOf } from '../reading/index.ts';
import { nativePath } from './compose/file-names.ts';
import type { BundlePlan, PrintedExhibit } from './compose/model.ts';
import { loadProfile } from './compose/profile.ts';
import type { Composition, Item } from './model.ts';
import { printedObject } from './object.ts';

/** What a bundle is made of, read in one go. */
export interface Material {
  readonly office: OfficeSettings;
  readonly detail: CaseDetail;
  readonly exhibits: readonly ExhibitDetail[];
  /** By the exhibit's place: how many seconds a recording has, where its file says so. */
  readonly seconds: readonly (number | undefined)[];
  /** By the exhibit's place: what is kept back of it. Empty where the bundle keeps nothing back. */
  readonly redactions: readonly (readonly Redaction[])[];
}

export const bundleMaterial = readStep(
  'bundles.material',
  (
    { sql },
    input: { readonly case: string; readonly exhibits: readonly string[]; readonly redact: boolean },
  ): Material => {
    if (input.exhibits.length === 0) throw new CustodiaError('bundle.empty');
    return {
      office: readSettings(sql),
      detail: showCase(sql, input.case),
      exhibits: input.exhibits.map((exhibit) => showExhibit(sql, input.case, exhibit)),
      seconds: input.exhibits.map((exhibit) => readingOf(sql, exhibit).metadata.summary.seconds),
      redactions: input.exhibits.map((exhibit) =>
        input.redact ? redactionsOfContent(sql, input.case, exhibit) : [],
      ),
    };
  },
);

/** What the export adds to the material. */
export interface Occasion
  extends Pick<
    BundlePlan,
    | 'title'
    | 'exportedAt'
    | 'exportedBy'
    | 'principal'
    | 'signer'
    | 'checkpoint'
    | 'journal'
    | 'signature'
    | 'unreadable'
  > {
  /** Its items in their order: as many as the material has exhibits. */
  readonly composition: Composition;
}

interface Term {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}

/** The items of a bundle one after the other, each with the number of its section. */
export function itemsOf({ sections }: Composition): (Item & { readonly section: number })[] {
  return sections.flatMap((section, at) => section.items.map((item) => ({ ...item, section: at })));
}

/** What is printed: every id by its name in the office's language, every value as a text. */
export function planOf(
  { office, detail, exhibits, seconds }: Material,
  { composition, ...occasion }: Occasion,
): BundlePlan {
  const profile = loadProfile(composition.profile);
  const items = itemsOf(composition);
  const pack = loadJurisdiction(office.jurisdiction);
  const { language } = office;
  const named = (terms: readonly Term[], id: string): string =>
    terms.find((term) => term.id === id)?.name[language] ?? id;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const { fields } = detail;
  const offences = Array.isArray(fields.offences.value) ? fields.offences.value.map(text) : [];
  return {
    ...occasion,
    profile,
    recipient: composition.recipient,
    sections: composition.sections.map((section) => section.title),
    language,
    timeZone: pack.timeZone,
    office: office.name,
    caseNumber: detail.number,
    caseTitle: text(fields.title.value),
    court: text(fields.court.value),
    courtNumber: text(fields.courtNumber.value),
    offences: offences.map((id) => {
      const offence = pack.offences.find((each) => each.id === id);
      return offence === undefined ? id : `${offence.article} · ${offence.name[language]}`;
    }),
    exhibits: exhibits.map((exhibit, index): PrintedExhibit => {
      const number = shortNumber(exhibit.number);
      return {
        number,
        name: text(exhibit.fields.name.value),
        title: items[index]?.title || text(exhibit.fields.name.value),
        section: items[index]?.section ?? 0,
        late: items[index]?.late ?? null,
        description: text(exhibit.fields.description.value),
        source: named(pack.evidenceSources, text(exhibit.fields.source.value)),
        place: text(exhibit.fields.place.value),
        collectedOn: text(exhibit.fields.collectedOn.value),
        collectedBy: text(exhibit.fields.collectedBy.value),
        type: exhibit.type,
        size: exhibit.size,
        sha256: exhibit.sha256,
        seconds: seconds[index],
        native: nativePath(profile.fileName, number, text(exhibit.fields.name.value)),
        object: printedObject(exhibit, language, shortNumber),
        custody: exhibit.custodyRecords.map((record) => ({
          ...record,
          event: named(pack.custodyEvents, record.event),
        })),
      };
    }),
  };
}

/** `FETP-2026-0001/E-003` → `E-003`: inside a bundle the case is known. */
function shortNumber(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}
