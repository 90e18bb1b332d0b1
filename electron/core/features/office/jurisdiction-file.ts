import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CustodiaError } from '../../api/errors.ts';
import { resourcesFolder } from '../../resources.ts';
import { type Jurisdiction, type Label, packFiles } from './jurisdiction.ts';

export { resourcesFolder } from '../../resources.ts';

function packFolders(): string[] {
  return readdirSync(join(resourcesFolder(), 'jurisdictions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readPart<Name extends keyof typeof packFiles>(folder: string, name: Name) {
  const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  // The map from a file's name to its schema is lost on the union, so the output type is named again.
  return packFiles[name].parse(content) as ReturnType<(typeof packFiles)[Name]['parse']>;
}

/**
 * Reads and checks one pack. Throws `call.notFound` for an id that no pack has; a pack that does not fit the
 * schema is a defect of the installation and throws zod's error as it is.
 */
export function loadJurisdiction(id: string): Jurisdiction {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const pack = readJurisdiction(id);
  loaded.set(id, pack);
  return pack;
}

/** The packs lie in the installation and stay as they are while it runs; a list asks for one at every row. */
const loaded = new Map<string, Jurisdiction>();

function readJurisdiction(id: string): Jurisdiction {
  // The id comes from a caller: only a name that the folder really lists becomes a path.
  if (!packFolders().includes(id)) throw new CustodiaError('call.notFound', { what: 'jurisdiction' });
  const folder = join(resourcesFolder(), 'jurisdictions', id);
  const pack = readPart(folder, 'pack.json');
  if (pack.id !== id) throw new Error(`The pack in ${id} calls itself ${pack.id}.`);
  return {
    ...pack,
    offences: readPart(folder, 'offences.json'),
    stages: readPart(folder, 'stages.json'),
    statuses: readPart(folder, 'statuses.json'),
    caseNumbering: readPart(folder, 'case-numbering.json'),
    personRoles: readPart(folder, 'person-roles.json'),
    relationTypes: readPart(folder, 'relation-types.json'),
    evidenceSources: readPart(folder, 'evidence-sources.json'),
    custodyEvents: readPart(folder, 'custody-events.json'),
    departments: readPart(folder, 'departments.json'),
    documentTypes: readPart(folder, 'document-types.json'),
    terms: readPart(folder, 'terms.json'),
    operationActs: readPart(folder, 'operation-acts.json'),
    operationTechniques: readPart(folder, 'operation-techniques.json'),
    operationConditions: readPart(folder, 'operation-conditions.json'),
    assetKinds: readPart(folder, 'asset-kinds.json'),
    seizureStages: readPart(folder, 'seizure-stages.json'),
    seizureMeasures: readPart(folder, 'seizure-measures.json'),
    protectionRules: readPart(folder, 'protection-rules.json'),
    protectionAudiences: readPart(folder, 'protection-audiences.json'),
  };
}

/** The packs that this installation carries, by id, with the pattern of case numbers that each proposes. */
export function listJurisdictions(): {
  readonly id: string;
  readonly name: Label;
  readonly caseNumbering: string;
}[] {
  return packFolders().map((id) => {
    const pack = loadJurisdiction(id);
    return { id, name: pack.name, caseNumbering: pack.caseNumbering.pattern };
  });
}
