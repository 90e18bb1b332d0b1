import type { Chain } from './chain-model.ts';

/** In the order in which they are offered. The names are in entries for ever. */
export const custodyEvents = [
  'received',
  'transferred',
  'sealed',
  'opened',
  'examined',
  'sampled',
  'copied',
  'returned',
  'destroyed',
] as const;
export type CustodyEvent = (typeof custodyEvents)[number];

/** The order by which an exhibit is destroyed. */
export interface DestructionOrder {
  readonly authority: string;
  readonly number: string;
  /** yyyy-MM-dd */
  readonly date: string;
}

/** A receiver who is no user of the program and signed on paper. */
export interface PaperReceiver {
  readonly document: string;
  readonly institution: string;
  /** The exhibit that is the scan of the signed paper. */
  readonly scan?: string | undefined;
}

/** What the receiver signed with the passphrase: the statement as canonical JSON, and an SSHSIG over its bytes. */
export interface ReceiverSignature {
  readonly user: string;
  readonly statement: string;
  readonly sshsig: string;
}

/** The row of an office's former register from which an event was copied. */
export interface ListOrigin {
  readonly name: string;
  /** Of the file. */
  readonly sha256: string;
  readonly row: number;
}

/** What an event may say beyond its plain texts; the journal's shape gained them one after the other. */
export interface CustodyMore {
  /** yyyy-MM-dd: until when an exhibit that goes out is to be back. */
  readonly dueBack?: string | undefined;
  /** Why the giver is not who holds it by the chain, or why the event is written down out of its turn. */
  readonly why?: string | undefined;
  readonly order?: DestructionOrder | undefined;
  /** What was taken as a sample, or copied, and onto what. */
  readonly taken?: string | undefined;
  /** The exhibit that the sample or the copy has become. */
  readonly part?: string | undefined;
  readonly receiver?: PaperReceiver | undefined;
  /** Which hand-over the event belongs to: one receipt for several exhibits. */
  readonly handover?: string | undefined;
  readonly signature?: ReceiverSignature | undefined;
  /** Copied from a register by whoever wrote it down; nobody signed it here. */
  readonly list?: ListOrigin | undefined;
}

/** How the receiver's side stands: signed with the passphrase, on paper, or not at all. */
export type Confirmation = 'signed' | 'invalid' | 'paper' | 'none';

export interface CustodyRecord extends CustodyMore {
  readonly entry: string;
  readonly event: CustodyEvent;
  /** When it happened, as the person said (ISO with offset). */
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly seal: string;
  readonly note: string;
  /** When it was written down. */
  readonly recordedAt: string;
  readonly author: string;
}

export interface CustodyInput extends Omit<CustodyMore, 'handover' | 'signature' | 'list'> {
  readonly case: string;
  readonly exhibit: string;
  readonly event: CustodyEvent;
  readonly when: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
  readonly seal?: string | undefined;
  readonly note?: string | undefined;
}

/** `held`: in custody; `out`: with somebody who is to bring it back; the last two are the end of custody. */
export type CustodyPhase = 'none' | 'held' | 'out' | 'returned' | 'destroyed';

export interface CustodyState {
  readonly phase: CustodyPhase;
  readonly holder: string;
  /** Since when the holder has it; ISO, empty before the first event. */
  readonly since: string;
  /** The number of the seal that is on it; empty while it is open. */
  readonly seal: string;
  /** yyyy-MM-dd and to whom, while it is out. */
  readonly dueBack: string;
  readonly backTo: string;
  /** The latest moment that any event names. */
  readonly last: string;
}

export interface ShownRecord extends CustodyRecord {
  readonly handover: string;
  readonly confirmation: Confirmation;
}

/** A hand-over that its giver recorded and its receiver has yet to sign. */
export interface OfferRow {
  readonly handover: string;
  readonly case: string;
  /** Who is to sign: id; the name is `to`. */
  readonly user: string;
  readonly author: string;
  readonly authorName: string;
  readonly offeredAt: string;
  readonly exhibits: readonly { readonly exhibit: string; readonly number: string; readonly name: string }[];
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly note: string;
  readonly dueBack?: string | undefined;
  readonly why?: string | undefined;
}

/** The chain of custody of an exhibit, as it is shown. */
export interface CustodyShown extends Chain {
  readonly exhibit: string;
  readonly number: string;
  readonly state: CustodyState;
  readonly records: readonly ShownRecord[];
  /** What may follow; nothing while a hand-over waits for its receiver. */
  readonly allowed: readonly CustodyEvent[];
  readonly offer: OfferRow | null;
}

/** An exhibit that is out and to come back. */
export interface DueRow {
  readonly exhibit: string;
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly holder: string;
  readonly since: string;
  readonly dueBack: string;
  readonly backTo: string;
  /** Above nought: overdue by so many days. */
  readonly daysLate: number;
}

/** How the receiver of a hand-over confirms it. */
export type Receiver =
  /** Now, at this computer, with the passphrase. */
  | { readonly how: 'signs'; readonly user: string; readonly passphrase: string }
  /** Later, in a session of their own. */
  | { readonly how: 'later'; readonly user: string }
  /** No user of the program: on paper. */
  | ({ readonly how: 'paper'; readonly name: string } & PaperReceiver);

export interface HandOverInput {
  readonly case: string;
  readonly exhibits: readonly string[];
  readonly when: string;
  /** Without it, who holds the first of them by the chain. */
  readonly from?: string | undefined;
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly dueBack?: string | undefined;
  readonly why?: string | undefined;
  readonly receiver: Receiver;
}

export const printForms = ['sheet', 'receipt', 'labels', 'label'] as const;
export type PrintForm = (typeof printForms)[number];

export interface PrintInput {
  readonly case: string;
  readonly form: PrintForm;
  readonly exhibits: readonly string[];
  /** The hand-over of which a receipt is printed. */
  readonly handover?: string | undefined;
  /** What the code on a label is; a sheet and a receipt always have a QR code. */
  readonly code?: 'qr' | 'code128' | undefined;
  /** The first free label of a sheet that was begun, from 1. */
  readonly firstLabel?: number | undefined;
  /** Handle of a chosen folder; without it, where exports go. */
  readonly folder?: string | undefined;
}

export interface Printed {
  readonly path: string;
  readonly name: string;
  readonly pages: number;
}
