import { z } from 'zod';

/**
 * What a jurisdiction pack (`resources/jurisdictions/<id>/`) must look like. Schemas and types only, so that
 * the pages may use the types; `jurisdiction-file.ts` reads the packs.
 */

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'an id is a lower-case word or camelCase');

const labelSchema = z.strictObject({ es: text, en: text });

/**
 * Where a fact comes from. `read`: the text of the rule was read in a public copy on that day. `toConfirm`:
 * commonly stated, or told by others, but its text was not read. An office's own counsel confirms both.
 */
const provenance = {
  source: text,
  checked: z.iso.date(),
  status: z.enum(['read', 'toConfirm']),
  note: labelSchema.optional(),
};

const term = { id, name: labelSchema, ...provenance };

const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: labelSchema,
  currency: z.strictObject({ code: z.string().regex(/^[A-Z]{3}$/), symbol: text }),
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  timeZone: text,
  ...provenance,
});

/** `formerly`: the article or its number belongs to an earlier text; offered for old facts, never as a default. */
const offenceSchema = z.strictObject({
  ...term,
  law: text,
  article: text,
  trafficking: z.boolean(),
  formerly: z.boolean(),
});

const stageSchema = z.strictObject(term);
const statusSchema = z.strictObject({ ...term, closed: z.boolean() });

const caseNumberingSchema = z.strictObject({
  pattern: z
    .string()
    .refine(
      (pattern) => /\{year\}/.test(pattern) && /\{seq:[1-9]\}/.test(pattern),
      'needs {year} and {seq:n}',
    ),
  example: text,
  ...provenance,
});

/** `identity`: `sealed` where the true name normally goes into the sealed envelope and a code name is shown. */
const personRoleSchema = z.strictObject({
  ...term,
  kind: z.enum(['person', 'organisation']),
  identity: z.enum(['open', 'sealed']),
});

/**
 * Read from the first person to the second; `inverse` is how it reads the other way round. `control`: what the second
 * holds is in the first's hands.
 */
const relationTypeSchema = z.strictObject({
  ...term,
  inverse: labelSchema,
  control: z.boolean().optional(),
});

const evidenceSourceSchema = z.strictObject(term);
/** `words`: how registers write it beside its names; an office's former lists are read by them. */
const custodyEventSchema = z.strictObject({ ...term, words: z.array(text).optional() });
const departmentSchema = z.strictObject({ ...term, capital: text, ciSuffix: z.string().regex(/^[A-Z]{2}$/) });

/** `pattern`: a regular expression that a number of this type normally matches; a warning, never a refusal. */
const documentTypeSchema = z.strictObject({ ...term, abbreviation: text, pattern: text.optional() });

/**
 * A term of the law, in which something must be done. `workingDays` leave out Saturdays and Sundays; which days count is
 * part of what the office confirms. `warnDays`: how many days before its end it is warned of.
 */
const legalTermSchema = z.strictObject({
  ...term,
  count: z.enum(['days', 'workingDays', 'months']),
  amount: z.int().min(1).max(1_000),
  warnDays: z.int().min(0).max(365),
});

/** What an undercover agent may be told to do, and by which means. */
const operationActSchema = z.strictObject(term);
const operationTechniqueSchema = z.strictObject(term);
/** What the law asks of an undercover operation, and of what: each ruling, each agent, or the whole. */
const operationConditionSchema = z.strictObject({ ...term, of: z.enum(['ruling', 'agent', 'operation']) });
/**
 * A kind of asset that may be seized. `forms`: patterns that numbers of its fields normally match; a warning, never a
 * refusal.
 */
const assetKindSchema = z.strictObject({
  ...term,
  forms: z.array(z.strictObject({ field: id, form: text })).optional(),
});

/**
 * A stage of a measure over assets, and a step that leads to one: what the law calls it and on what it rests.
 * `document`: what its document is called.
 */
const seizureStageSchema = z.strictObject(term);
const seizureMeasureSchema = z.strictObject({ ...term, document: labelSchema });

/** What a person can be known by. `name`: as the file has it; `codeName`: what stands for one whose name is sealed. */
export const protectedData = [
  'name',
  'codeName',
  'document',
  'birthDate',
  'phone',
  'address',
  'face',
  'voice',
] as const;
const kept = z.array(z.enum(protectedData)).readonly();

/**
 * Whom a copy for others does not show, and what of them. `roles`: people with one of these roles; `minors`: whoever was
 * under age when the case was opened; `agents`: undercover agents of operations. `keepBack`: by the recipient. `mark`: what
 * is said in a text in the place of the name, with a number after it.
 */
const protectionRuleSchema = z.strictObject({
  ...term,
  roles: z.array(id),
  minors: z.boolean(),
  agents: z.boolean(),
  ground: z.enum(['protectedIdentity', 'minor', 'undercoverAgent', 'thirdParty', 'safety']),
  mark: labelSchema,
  keepBack: z.strictObject({ court: kept, defence: kept, victim: kept, public: kept, internal: kept }),
});

/**
 * A recipient. `protects`: what is protected is kept back unless somebody decides otherwise with a reason. `unchecked`: what
 * happens to a file in which nobody can look for names: it travels and the report says so, or it stays.
 */
const protectionAudienceSchema = z.strictObject({
  ...term,
  id: z.enum(['court', 'defence', 'victim', 'public', 'internal']),
  protects: z.boolean(),
  unchecked: z.enum(['tell', 'withhold']),
});

function register<T extends z.ZodType<{ id: string }>>(item: T) {
  return z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map((each) => each.id)).size === items.length, 'ids must be unique');
}

/** One schema for each file of a pack, under the file's name. */
export const packFiles = {
  'pack.json': packSchema,
  'offences.json': register(offenceSchema),
  'stages.json': register(stageSchema),
  'statuses.json': register(statusSchema),
  'case-numbering.json': caseNumberingSchema,
  'person-roles.json': register(personRoleSchema),
  'relation-types.json': register(relationTypeSchema),
  'evidence-sources.json': register(evidenceSourceSchema),
  'custody-events.json': register(custodyEventSchema),
  'departments.json': register(departmentSchema),
  'document-types.json': register(documentTypeSchema),
  'terms.json': register(legalTermSchema),
  'operation-acts.json': register(operationActSchema),
  'operation-techniques.json': register(operationTechniqueSchema),
  'operation-conditions.json': register(operationConditionSchema),
  'asset-kinds.json': register(assetKindSchema),
  'seizure-stages.json': register(seizureStageSchema),
  'seizure-measures.json': register(seizureMeasureSchema),
  'protection-rules.json': register(protectionRuleSchema),
  'protection-audiences.json': register(protectionAudienceSchema),
} as const;

export type Label = Readonly<z.infer<typeof labelSchema>>;
export type Offence = Readonly<z.infer<typeof offenceSchema>>;
export type Stage = Readonly<z.infer<typeof stageSchema>>;
export type CaseStatus = Readonly<z.infer<typeof statusSchema>>;
export type CaseNumbering = Readonly<z.infer<typeof caseNumberingSchema>>;
export type PersonRole = Readonly<z.infer<typeof personRoleSchema>>;
export type RelationType = Readonly<z.infer<typeof relationTypeSchema>>;
export type EvidenceSource = Readonly<z.infer<typeof evidenceSourceSchema>>;
export type CustodyEventLabel = Readonly<z.infer<typeof custodyEventSchema>>;
export type Department = Readonly<z.infer<typeof departmentSchema>>;
export type DocumentType = Readonly<z.infer<typeof documentTypeSchema>>;
export type AssetKindTerm = Readonly<z.infer<typeof assetKindSchema>>;
export type SeizureStage = Readonly<z.infer<typeof seizureStageSchema>>;
export type SeizureMeasure = Readonly<z.infer<typeof seizureMeasureSchema>>;
export type LegalTerm = Readonly<z.infer<typeof legalTermSchema>>;
export type OperationAct = Readonly<z.infer<typeof operationActSchema>>;
export type OperationTechnique = Readonly<z.infer<typeof operationTechniqueSchema>>;
export type OperationCondition = Readonly<z.infer<typeof operationConditionSchema>>;
export type ProtectedData = (typeof protectedData)[number];
export type ProtectionRule = Readonly<z.infer<typeof protectionRuleSchema>>;
export type ProtectionAudience = Readonly<z.infer<typeof protectionAudienceSchema>>;

/** A whole pack: `pack.json` with the other files' content beside it. */
export type Jurisdiction = Readonly<z.infer<typeof packSchema>> & {
  readonly offences: readonly Offence[];
  readonly stages: readonly Stage[];
  readonly statuses: readonly CaseStatus[];
  readonly caseNumbering: CaseNumbering;
  readonly personRoles: readonly PersonRole[];
  readonly relationTypes: readonly RelationType[];
  readonly evidenceSources: readonly EvidenceSource[];
  readonly custodyEvents: readonly CustodyEventLabel[];
  readonly departments: readonly Department[];
  readonly documentTypes: readonly DocumentType[];
  readonly terms: readonly LegalTerm[];
  readonly operationActs: readonly OperationAct[];
  readonly operationTechniques: readonly OperationTechnique[];
  readonly operationConditions: readonly OperationCondition[];
  readonly assetKinds: readonly AssetKindTerm[];
  readonly seizureStages: readonly SeizureStage[];
  readonly seizureMeasures: readonly SeizureMeasure[];
  readonly protectionRules: readonly ProtectionRule[];
  readonly protectionAudiences: readonly ProtectionAudience[];
};
