/** Steps of checking a bundle by hand, in the order in which a court does them. */
export type CourtStep = 'enter' | 'content' | 'manifests' | 'fingerprint' | 'signature' | 'custodia';

export interface CourtCommand {
  readonly step: CourtStep;
  readonly command: string;
}

/** The bundle names its signer itself, in the first word of `allowed_signers`. */
const signature =
  'ssh-keygen -Y verify -f allowed_signers -I "$(cut -d\' \' -f1 allowed_signers)" -n custodia-bundle ' +
  '-s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt';

/** The commands that check the bundle at `path` with common tools; the paths in a BagIt package never change. */
export function courtCommands(path: string): readonly CourtCommand[] {
  const folder = `'${path.replaceAll("'", "'\\''")}'`;
  return [
    { step: 'enter', command: `cd ${folder}` },
    { step: 'content', command: 'sha256sum -c manifest-sha256.txt' },
    { step: 'manifests', command: 'sha256sum -c tagmanifest-sha256.txt' },
    { step: 'fingerprint', command: 'sha256sum tagmanifest-sha256.txt' },
    { step: 'signature', command: signature },
    { step: 'custodia', command: `custodia bundle verify ${folder}` },
  ];
}
