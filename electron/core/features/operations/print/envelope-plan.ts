import { readStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import type { DrawnPdf } from '../../../paper/draw-apart.ts';
import { readSettings } from '../../office/index.ts';
import { authorisationsOf, headOf, requireAgent } from '../list.ts';
import type { AgentIdentity } from '../model.ts';
import { packOf } from '../terms.ts';
import type { EnvelopePaperPlan } from './model.ts';
import { printPdf } from './printer.ts';

interface OfAgent {
  readonly operation: string;
  readonly agent: string;
}

/** What stands on the outside; what lies inside never passes through the database's threads. */
export const envelopeFace = readStep(
  'operations.envelopeFace',
  ({ sql }, { operation, agent }: OfAgent): Omit<EnvelopePaperPlan, 'identity'> => {
    const head = headOf(sql, operation);
    const { name, language } = readSettings(sql);
    return {
      form: 'envelope',
      language,
      timeZone: packOf(sql).timeZone,
      office: name,
      number: head.number,
      caseNumber: head.caseNumber,
      codeName: requireAgent(sql, operation, agent).codeName,
      rulings: authorisationsOf(sql, operation).map(({ court, number, judge }) => ({ court, number, judge })),
      printedAt: new Date().toISOString(),
    };
  },
);

export async function drawEnvelope(
  services: Services,
  of: OfAgent,
  identity: AgentIdentity,
): Promise<DrawnPdf> {
  const face = await services.step(envelopeFace, { operation: of.operation, agent: of.agent });
  return printPdf({ ...face, identity });
}
