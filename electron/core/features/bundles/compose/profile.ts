import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CustodiaError } from '../../../api/errors.ts';
import { resourcesFolder } from '../../../resources.ts';

const text = z.string().trim().min(1);

/** One rule of a court with where it comes from: see resources/court-profiles/README.md. */
function fact<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    source: text,
    checked: z.iso.date(),
    status: z.enum(['read', 'toConfirm']),
  });
}

const most = z.int().min(1).nullable();

export const indexColumns = [
  'number',
  'title',
  'date',
  'type',
  'size',
  'sha256',
  'pages',
  'numbers',
] as const;
export type IndexColumn = (typeof indexColumns)[number];

const corners = ['top-left', 'top-center', 'top-right', 'bottom-center', 'bottom-right'] as const;

/** A court's profile as the file has it, each value with its provenance. */
export const profileSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    name: z.strictObject({ es: text, en: text }),
    numbering: z.strictObject({
      unit: fact(z.enum(['page', 'sheet'])),
      direction: fact(z.enum(['ascending', 'descending'])),
      start: fact(z.int().min(1).max(99_999)),
      restart: fact(z.enum(['continuous', 'perVolume'])),
      corner: fact(z.enum(corners)),
      words: fact(z.boolean()),
      cover: fact(z.boolean()),
      duplex: fact(z.boolean()),
      late: fact(z.enum(['suffix', 'supplement', 'end'])),
    }),
    volume: z.strictObject({ pages: fact(most), sheets: fact(most), bytes: fact(most) }),
    paper: fact(z.enum(['a4', 'oficio', 'legal'])),
    maxDpi: fact(z.int().min(72).max(1_200).nullable()),
    pdfA: fact(z.boolean()),
    fileName: z.strictObject({
      longest: fact(z.int().min(20).max(120)),
      characters: fact(z.enum(['any', 'plain', 'camelCase'])),
    }),
    index: z.strictObject({
      columns: fact(
        z
          .array(z.enum(indexColumns))
          .refine((columns) => new Set(columns).size === columns.length, 'a column is there once')
          .refine(
            (columns) => ['title', 'numbers'].every((each) => columns.some((column) => column === each)),
            'an index tells title and numbers',
          ),
      ),
    }),
  })
  .refine(
    ({ numbering }) => numbering.direction.value === 'ascending' || numbering.late.value === 'supplement',
    'numbers that descend change with every addition but a supplement',
  );
type ProfileFile = z.infer<typeof profileSchema>;

type Plain<T> = T extends { readonly value: infer V; readonly status: string }
  ? V
  : { readonly [K in keyof T]: Plain<T[K]> };

/** What the engine goes by: the values alone. */
export type CourtProfile = { readonly id: string } & Plain<
  Pick<ProfileFile, 'numbering' | 'volume' | 'paper' | 'maxDpi' | 'pdfA' | 'fileName' | 'index'>
>;

/** A profile as a person chooses it. */
export interface ProfileRow {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}

/** What an export goes by where nobody said anything. */
export const usualProfile = 'bolivia';

function folder(): string {
  return join(resourcesFolder(), 'court-profiles');
}

function ids(): string[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => Number(b === usualProfile) - Number(a === usualProfile) || a.localeCompare(b));
}

function read(id: string): ProfileFile {
  // The id comes from a caller: only a name that the folder really lists becomes a path.
  if (!ids().includes(id)) throw new CustodiaError('call.notFound', { what: 'profile' });
  return profileSchema.parse(JSON.parse(readFileSync(join(folder(), `${id}.json`), 'utf8')));
}

/** Throws `call.notFound` for an id that no profile has. */
export function loadProfile(id: string): CourtProfile {
  const { name: _name, ...facts } = read(id);
  return values(facts) as CourtProfile;
}

/** Every profile of this installation, the usual one first. */
export function listProfiles(): ProfileRow[] {
  return ids().map((id) => ({ id, name: read(id).name }));
}

function values(facts: unknown): unknown {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return facts;
  if ('value' in facts) return facts.value;
  return Object.fromEntries(Object.entries(facts).map(([key, each]) => [key, values(each)]));
}
