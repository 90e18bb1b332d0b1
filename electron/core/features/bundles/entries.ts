import { z } from 'zod';
import { kind } from '../../journal/kind.ts';

/** A bundle that left the office: what was in it and the number that identifies it. */
export const bundleExported = kind(
  'bundle.exported',
  z.strictObject({
    case: z.string(),
    bundle: z.string(),
    title: z.string(),
    exhibits: z.array(z.string()),
    pages: z.number().int(),
    /** SHA-256 of the PDF and of tagmanifest-sha256.txt. */
    pdfSha256: z.string(),
    fingerprint: z.string(),
    /** The checkpoint that the bundle prints. */
    checkpoint: z.string(),
    /** The exhibits of which parts were kept back. */
    redacted: z.array(z.string()).optional(),
    /** The exhibits of which the file does not travel, and what read the finished package back. */
    withheld: z.array(z.string()).optional(),
    readBack: z.array(z.string()).optional(),
    /** The court's profile, for whom it was made, and each PDF of it. */
    profile: z.string().optional(),
    audience: z.string().optional(),
    recipient: z.string().optional(),
    /** The kept bundle and the version of it that this was: it is given out from here on. */
    draft: z.string().optional(),
    version: z.number().int().optional(),
    volumes: z
      .array(
        z.strictObject({
          path: z.string(),
          pages: z.number().int(),
          sha256: z.string(),
          /** By what it was drawn from: where nothing of that changed, the next export takes it as it is. */
          recipe: z.string().optional(),
        }),
      )
      .optional(),
    /** The name of the package's folder; where that was put is not kept. */
    package: z.string().optional(),
    /** Whose PKCS#12 certificate signed the PDFs. */
    signature: z.strictObject({ name: z.string(), issuer: z.string(), serial: z.string() }).optional(),
  }),
);

/** An export was begun: content may leave the vault from here on, whatever comes of it. */
export const bundleBegun = kind(
  'bundle.begun',
  z.strictObject({
    case: z.string(),
    bundle: z.string(),
    title: z.string(),
    exhibits: z.array(z.string()),
    /** Whether what is marked as reserved was to be taken out. */
    redact: z.boolean().optional(),
    /** For whom it was to be, and why nothing is kept back from one from whom it usually is. */
    audience: z.string().optional(),
    keptNothingBack: z.string().optional(),
  }),
);

export const bundleKinds = [bundleBegun, bundleExported];
