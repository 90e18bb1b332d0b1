import type { Problem } from '../../../journal/model.ts';

/**
 * What can be wrong with an item of a bundle. Texts: `resources/locales/<language>/bundle-problems.json`.
 *
 * - `missing`: listed in a manifest, or asked for by BagIt or Custodia, and not there
 * - `changed`: there, with another content than listed
 * - `unexpected`: there, and listed nowhere
 * - `duplicate`: twice, or under two names that some file system takes for one
 * - `unsafe`: a name or kind of entry that must not be unpacked: `..`, absolute, symbolic link, device, reserved
 * - `malformed`: not in the form that it must have
 * - `oxum`: the payload has not the number of bytes and files that bag-info.txt says
 * - `signature`: the signature is not one of the tag manifest
 * - `signer`: the signature is by another key than the one in `allowed_signers`
 * - `unreadable`: the disk or the archive did not give its content
 * - `tooLarge`: beyond what is read into memory, or a ZIP whose entries overlap
 * - `checkpoint`: the checkpoint is not signed by the workstation's key, or not the one that the entries are proved against
 * - `notInJournal`: an entry is not in the log that the checkpoint stands for
 * - `entrySigner`: an entry is not signed by its author, or its author had no right to it
 * - `otherHash`: an exhibit has another hash than its entry says
 * - `notABundle`: neither a folder nor a ZIP with a bundle inside
 */
export const bundleProblems = [
  'missing',
  'changed',
  'unexpected',
  'duplicate',
  'unsafe',
  'malformed',
  'oxum',
  'signature',
  'signer',
  'unreadable',
  'tooLarge',
  'checkpoint',
  'notInJournal',
  'entrySigner',
  'otherHash',
  'notABundle',
] as const;

export interface BundleProblem extends Problem {
  /** The file's path in the bundle, or the name of the folder or ZIP. */
  readonly item: string;
  readonly what: (typeof bundleProblems)[number];
}
