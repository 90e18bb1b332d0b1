import { detailsShape } from './details-shape.ts';
import type { AssetField, AssetKind, AssetStage, SeizureForms } from './model.ts';
import { assetKinds, assetStages, assetSteps, fieldsOfKind } from './model.ts';
import { rules } from './rules.ts';

/** Fields that an asset of the kind must have: those whose absence the schema refuses. */
function requiredOf(kind: AssetKind): ReadonlySet<string> {
  const parsed = detailsShape.safeParse({ kind });
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
}

/** What forms must ask for, told from the very rules that refuse. */
export const seizureForms: SeizureForms = {
  kinds: assetKinds.map((kind) => {
    const required = requiredOf(kind);
    return {
      kind,
      fields: fieldsOfKind[kind].map((field: AssetField) => ({ field, required: required.has(field) })),
    };
  }),
  steps: assetSteps.map((step) => {
    const { leads, required, document, decides } = rules[step];
    const from = assetStages.filter((stage: AssetStage) => leads[stage] !== undefined);
    return { step, from, required, document, decides };
  }),
};
