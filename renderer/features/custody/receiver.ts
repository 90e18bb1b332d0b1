import type { Receiver } from '../../../electron/core/features/custody/model.ts';

export const hows = ['signs', 'later', 'paper'] as const;

/** What was typed of the receiver, whichever way they confirm. */
export interface ReceiverTyped {
  readonly how: (typeof hows)[number];
  readonly user: string;
  readonly passphrase: string;
  readonly name: string;
  readonly document: string;
  readonly institution: string;
}
export type ReceiverField = Exclude<keyof ReceiverTyped, 'how'>;

export const noReceiver: ReceiverTyped = {
  how: 'signs',
  user: '',
  passphrase: '',
  name: '',
  document: '',
  institution: '',
};

const needed: Readonly<Record<ReceiverTyped['how'], readonly ReceiverField[]>> = {
  signs: ['user', 'passphrase'],
  later: ['user'],
  paper: ['name', 'document'],
};

export function receiverMissing(typed: ReceiverTyped): ReceiverField[] {
  return needed[typed.how].filter((field) => typed[field].trim() === '');
}

/** The receiver as the core takes it. */
export function receiverOf(typed: ReceiverTyped): Receiver {
  const { how, user, passphrase } = typed;
  if (how === 'signs') return { how, user, passphrase };
  if (how === 'later') return { how, user };
  const [name, document, institution] = [typed.name.trim(), typed.document.trim(), typed.institution.trim()];
  return { how, name, document, institution };
}
