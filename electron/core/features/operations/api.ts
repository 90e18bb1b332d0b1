import type { Procedures } from '../../api/procedure.ts';
import { accountProcedures } from './account.ts';
import { agentProcedures } from './agents.ts';
import { authorityProcedures } from './authority.ts';
import { disclosureProcedures } from './disclosure.ts';
import { endingProcedures } from './ending.ts';
import { envelopeProcedures } from './envelope.ts';
import { logProcedures } from './log.ts';
import { readProcedures } from './read.ts';
import { safetyProcedures } from './safety.ts';

export const operationProcedures = {
  ...readProcedures,
  ...authorityProcedures,
  ...agentProcedures,
  ...envelopeProcedures,
  ...logProcedures,
  ...accountProcedures,
  ...safetyProcedures,
  ...endingProcedures,
  ...disclosureProcedures,
} satisfies Procedures;
