import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import { localText, nowText } from '../form/useForm.ts';

/** What the dialog begins with: a new entry, or what the corrected one said. */
export function draftOf(corrects: LogRow | undefined, agents: readonly { readonly value: string }[]) {
  const [only] = agents;
  const blank = {
    agent: agents.length === 1 && only !== undefined ? only.value : '',
    when: nowText(),
    assignment: '',
    scopePlace: '',
    place: '',
    contact: '',
    text: '',
    risk: 'none',
    riskNote: '',
    irregular: '',
  };
  if (corrects === undefined) return blank;
  const { agent, when, assignment, scopePlace, place, contact, text, risk, riskNote } = corrects;
  const said = { agent, assignment, scopePlace, place, contact, text, risk, riskNote };
  return { ...blank, ...said, when: localText(when) };
}
