import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.base64().max(200);
const path = z.array(hex).max(64).readonly();
const leaf = z.int().min(0);

/** An entry as it was signed: anybody can check its place in the log and its signature, and read it. */
const shownEntry = z.strictObject({
  leaf,
  /** Its canonical bytes (RFC 8785) as text. */
  entry: z.string().max(4_000_000),
  signature: base64,
  path,
});

/** An entry that the recipient may not read: that it is in the log can be checked, what it says cannot. */
const withheldEntry = z.strictObject({
  leaf,
  kind: z.string().max(100),
  withheld: z.enum(['reserved', 'audience']),
  leafHash: hex,
  path,
});

/** `data/journal/proof.json`: see the README of this folder. */
export const journalFileShape = z.strictObject({
  format: z.literal('custodia-journal-proof'),
  version: z.literal(1),
  bundle: z.string().max(100),
  checkpoint: z.strictObject({ origin: z.string().max(300), size: z.int().min(1), root: hex }),
  /** Ed25519 public key, 32 bytes in base64, that signs this workstation's checkpoints. */
  logKey: base64,
  exhibits: z
    .array(
      z.strictObject({
        number: z.string().max(200),
        exhibit: z.string().max(100),
        /** Empty for a thing in the store, which has no content. */
        sha256: z.union([hex, z.literal('')]),
        /** Where its original lies in the package, if it travels. */
        file: z.string().max(1_024).nullable(),
      }),
    )
    .max(100_000)
    .readonly(),
  entries: z
    .array(z.union([shownEntry, withheldEntry]))
    .max(1_000_000)
    .readonly(),
});
export type JournalFile = z.infer<typeof journalFileShape>;
